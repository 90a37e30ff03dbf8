/** Nesting beyond this is nobody's request. */
const MAX_DEPTH = 64;

/**
 * JSON with the keys of every object sorted by code unit, so that equal values have equal texts.
 *
 * Like `JSON.stringify`, it calls `toJSON` and leaves out what is undefined. Lone surrogates are
 * escaped, so that hashing its UTF-8 bytes does not make two texts one.
 *
 * @returns `undefined` for what has no JSON: cycles, nesting beyond 64, functions and bigints.
 */
export function canonicalJson(value: unknown): string | undefined {
  try {
    return write(value, 0);
  } catch (error) {
    if (error === NOT_CANONICAL) return undefined;
    throw error;
  }
}

// Thrown through the recursion and caught above; never seen outside.
const NOT_CANONICAL = new Error('The value has no canonical JSON');

function write(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) throw NOT_CANONICAL;
  if (value === undefined) return undefined;
  if (typeof value === 'object') return value === null ? 'null' : writeObject(value, depth);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return JSON.stringify(value);
  throw NOT_CANONICAL;
}

function writeObject(value: object, depth: number): string | undefined {
  if ('toJSON' in value && typeof value.toJSON === 'function') return write((value.toJSON as () => unknown)(), depth + 1);
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1) ?? 'null').join(',')}]`;
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const text = write((value as Record<string, unknown>)[key], depth + 1);
    if (text !== undefined) fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${fields.join(',')}}`;
}
