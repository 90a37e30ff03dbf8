import { createHash } from 'node:crypto';

/** SHA-256 of any JSON, whatever the order of its keys, in hexadecimal. */
export function fingerprintOf(json: unknown): string {
  return createHash('sha256').update(canonicalJson(json)).digest('hex');
}

/** JSON with the keys of every object in order. */
export function canonicalJson(json: unknown): string {
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0)))
      : value,
  );
}
