type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type JsonObject = Record<string, Json>;

const PREFIX = '#/components/schemas/';

/**
 * Tidies the named schemas of an OpenAPI document.
 *
 * The type provider adds every schema that has a name in this process, and each
 * one twice: `X` as it is sent and `XInput` as it is read. Here those that no
 * route leads to go, and `XInput` becomes `X` where `X` is not needed itself.
 */
export function tidyComponents<Document extends object>(document: Document): Document {
  // JSON in, JSON out: the document is made of nothing else.
  const whole = structuredClone(document) as unknown as JsonObject & { components?: { schemas?: JsonObject } };
  const schemas = whole.components?.schemas ?? {};
  const reached = reachable(whole, schemas);
  const rename = (name: string) => {
    const short = name.endsWith('Input') ? name.slice(0, -'Input'.length) : name;
    return reached.has(short) ? name : short;
  };
  const kept = [...reached].sort().map((name): [string, Json] => [rename(name), withVersion(schemas[name] ?? {})]);
  const tidied = { ...whole, components: { ...whole.components, schemas: Object.fromEntries(kept) } };
  return mapReferences(tidied, rename) as unknown as Document;
}

/** Names of the schemas that the paths lead to, over any number of steps. */
function reachable(whole: JsonObject, schemas: JsonObject): Set<string> {
  const reached = new Set<string>();
  const visit = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
    else if (typeof value === 'string' && value.startsWith(PREFIX)) {
      const name = value.slice(PREFIX.length);
      if (reached.has(name)) return;
      reached.add(name);
      visit(schemas[name]);
    }
  };
  visit(whole.paths);
  return reached;
}

/** `version` is our models' word and not one of JSON Schema; OpenAPI keeps `x-` for such. */
function withVersion(schema: Json): Json {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema) || !('version' in schema)) return schema;
  const { version, ...rest } = schema;
  return { ...rest, 'x-version': version ?? null };
}

function mapReferences(value: Json, rename: (name: string) => string): Json {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, rename));
  if (typeof value === 'string' && value.startsWith(PREFIX)) return PREFIX + rename(value.slice(PREFIX.length));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapReferences(item, rename)]));
}
