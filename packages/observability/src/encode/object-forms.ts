/** The text that stands for an object of a known kind. */
export function textOf(value: object | symbol): string | undefined {
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return '[Function]';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${Buffer.isBuffer(value) ? 'Buffer' : value.constructor.name} ${value.byteLength}B]`;
  if (value instanceof ArrayBuffer) return `[ArrayBuffer ${value.byteLength}B]`;
  if (value instanceof RegExp || value instanceof URL) return String(value);
  if (value instanceof Promise) return '[Promise]';
  return undefined;
}

/** What an object says of itself in JSON, or the object. */
export function toJson(value: object | symbol): unknown {
  const json = guarded(() => (value as { toJSON?: unknown }).toJSON);
  return typeof json === 'function' ? guarded(() => json.call(value) as unknown) : value;
}

/** Reads what may throw. */
export function guarded(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return '[Threw]';
  }
}

/** Entries of a map; of keys that are objects, their kind. */
export function* mapEntries(map: Map<unknown, unknown>): Generator<readonly [string, () => unknown]> {
  for (const [key, value] of map) yield [typeof key === 'string' || typeof key === 'number' ? String(key) : `[${typeof key}]`, () => value];
}

/** What is told of an error. */
export function* errorEntries(error: Error): Generator<readonly [string, () => unknown]> {
  yield ['name', () => error.name];
  yield ['message', () => error.message];
  yield ['code', () => (error as { code?: unknown }).code];
}

/** Fields of an object, each read when its turn comes. */
export function* ownEntries(value: object | symbol): Generator<readonly [string, () => unknown]> {
  let names: string[];
  try {
    names = Object.keys(value);
  } catch {
    return; // a proxy that refuses
  }
  for (const name of names) yield [name, () => (value as Record<string, unknown>)[name]];
}
