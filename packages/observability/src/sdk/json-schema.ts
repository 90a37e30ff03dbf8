import type { Encoded } from '../encode/encode-value.js';

/** Attributes that hold JSON, by their keys: `object` or `array`. */
export type JsonKinds = Record<string, 'object' | 'array'>;

/** Which kind of JSON a value became. */
export function jsonKindOf(json: Encoded['value']): 'object' | 'array' {
  return typeof json === 'string' && json.startsWith('[') ? 'array' : 'object';
}

/** What tells Logfire's interface to show attributes as the objects and lists they were (`logfire.json_schema`). */
export function jsonSchemaOf(kinds: JsonKinds): string {
  return JSON.stringify({ type: 'object', properties: Object.fromEntries(Object.entries(kinds).map(([key, type]) => [key, { type }])) });
}
