/** JSON Schema as it goes over the wire. */
export interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema | boolean;
  prefixItems?: JsonSchema[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  format?: string;
  propertyNames?: JsonSchema;
  [keyword: string]: unknown;
}

/** Every schema directly inside another one, with the way there. */
export function childrenOf(schema: JsonSchema): readonly { readonly path: readonly (string | number)[]; readonly schema: JsonSchema }[] {
  const children: { path: readonly (string | number)[]; schema: JsonSchema }[] = [];
  const add = (path: readonly (string | number)[], child: JsonSchema | boolean | undefined) => {
    if (typeof child === 'object') children.push({ path, schema: child });
  };
  for (const [key, child] of Object.entries(schema.properties ?? {})) add([key], child);
  for (const [key, child] of Object.entries(schema.$defs ?? {})) add(['$defs', key], child);
  add(['*'], schema.additionalProperties);
  add(['*'], schema.items);
  schema.prefixItems?.forEach((child, index) => { add([index], child); });
  for (const list of [schema.anyOf, schema.oneOf, schema.allOf]) list?.forEach((child) => { add([], child); });
  return children;
}
