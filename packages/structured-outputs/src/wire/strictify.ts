import type { JsonSchema } from './json-schema.js';

/** OpenAI's limits for strict schemas: depth of nesting, and properties in all. */
const MAX_DEPTH = 10;
const MAX_PROPERTIES = 5_000;

/** Keywords that strict providers refuse. */
const REFUSED = ['prefixItems', 'allOf', 'oneOf', 'not', 'propertyNames', 'patternProperties', 'uniqueItems', 'contentEncoding'] as const;

/**
 * The strict form: every key required, what was optional may be `null`.
 *
 * @returns `undefined` when the schema has something that has no strict form, such as records or tuples.
 */
export function strictify(root: JsonSchema): JsonSchema | undefined {
  let properties = 0;
  const visit = (schema: JsonSchema, depth: number): JsonSchema | undefined => {
    if (depth > MAX_DEPTH || REFUSED.some((keyword) => keyword in schema)) return undefined;
    const { $defs, ...result } = schema;
    delete result.default;
    if ($defs) {
      const definitions = mapAll($defs, (definition) => visit(definition, depth));
      if (!definitions) return undefined;
      result.$defs = definitions;
    }
    if (schema.$ref !== undefined || schema.enum || schema.const !== undefined) return result;
    if (schema.anyOf) {
      const branches = schema.anyOf.map((branch) => visit(branch, depth));
      if (branches.some((branch) => branch === undefined)) return undefined;
      result.anyOf = branches as JsonSchema[];
      return result;
    }
    if (schema.type === 'object') {
      if (schema.additionalProperties !== false || !schema.properties) return undefined;
      properties += Object.keys(schema.properties).length;
      if (properties > MAX_PROPERTIES) return undefined;
      const required = new Set(schema.required);
      const inner = mapAll(schema.properties, (property, key) => {
        const strict = visit(property, depth + 1);
        return strict && !required.has(key) ? nullable(strict) : strict;
      });
      if (!inner) return undefined;
      return { ...result, properties: inner, required: Object.keys(inner) };
    }
    if (schema.type === 'array') {
      const items = typeof schema.items === 'object' ? visit(schema.items, depth + 1) : undefined;
      return items && { ...result, items };
    }
    return schema.type === undefined ? undefined : result;
  };
  return visit(root, 0);
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string' && schema.const === undefined && !schema.anyOf) {
    return { ...schema, type: [schema.type, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
  }
  if (Array.isArray(schema.type)) return schema.type.includes('null') ? schema : { ...schema, type: [...schema.type, 'null'] };
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.some(({ type }) => type === 'null') ? schema.anyOf : [...schema.anyOf, { type: 'null' }] };
  return { anyOf: [schema, { type: 'null' }] };
}

function mapAll(schemas: Record<string, JsonSchema>, change: (schema: JsonSchema, key: string) => JsonSchema | undefined): Record<string, JsonSchema> | undefined {
  const entries = Object.entries(schemas).map(([key, schema]) => [key, change(schema, key)] as const);
  return entries.every((entry): entry is readonly [string, JsonSchema] => entry[1] !== undefined) ? Object.fromEntries(entries) : undefined;
}
