/** A JSON object whose fields are not known yet. */
export type Json = Record<string, unknown>;

/** Tells a JSON object from everything else, lists included. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list of objects; what is not an object becomes an empty one, so that indexes stay true. */
export function jsonList(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((item) => (isJson(item) ? item : {})) : [];
}

/** The value when it is a string. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The value when it is a number. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
