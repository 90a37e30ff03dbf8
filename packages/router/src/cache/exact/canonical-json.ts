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
  if (Array.isArray(value)) return writeArray(value, depth);
  // Joined as it comes: lists of parts for each object would be most of what a request leaves to the garbage collector.
  let text = '';
  for (const key of sortedKeys(value)) {
    const field = write((value as Record<string, unknown>)[key], depth + 1);
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${field}`;
  }
  return `{${text}}`;
}

function writeArray(items: readonly unknown[], depth: number): string {
  let text = '';
  // By index, which sees the holes: they are `null`, as in `JSON.stringify`.
  for (let index = 0; index < items.length; index += 1) text += `${index === 0 ? '' : ','}${write(items[index], depth + 1) ?? 'null'}`;
  return `[${text}]`;
}

/** Longer lists than this are sorted by the library, whose way does not grow with the square. */
const FEW = 16;

/** Most objects have a few keys, nearly in order: inserting each where it belongs takes a tenth of what `sort` does. */
function sortedKeys(value: object): readonly string[] {
  const keys = Object.keys(value);
  if (keys.length > FEW) return keys.sort();
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index]!;
    let place = index;
    for (; place > 0 && keys[place - 1]! > key; place -= 1) keys[place] = keys[place - 1]!;
    keys[place] = key;
  }
  return keys;
}
