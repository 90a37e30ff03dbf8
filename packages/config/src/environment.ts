import { isPlaceholder } from './placeholder.js';

/** Variables by name, like `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The places where variables are looked up. The process wins over the file. */
export interface Layers {
  readonly process: Environment;
  readonly dotEnv: Environment;
}

/** A variable that somebody set. */
export interface Lookup {
  readonly value: string;
  readonly source: 'environment' | '.env';
}

/**
 * Finds what a variable was set to, trimmed. Empty texts and placeholders count
 * as unset, so a value in the next layer still counts.
 *
 * @param onPlaceholder - Told about each layer that holds a placeholder.
 */
export function lookUp(
  name: string,
  layers: Layers,
  onPlaceholder: (source: Lookup['source']) => void = () => undefined,
): Lookup | undefined {
  const places = [
    ['environment', layers.process],
    ['.env', layers.dotEnv],
  ] as const;
  for (const [source, place] of places) {
    // `in` would find what every object inherits, such as "constructor".
    const raw: unknown = Object.hasOwn(place, name) ? place[name] : undefined;
    const value = typeof raw === 'string' ? raw.trim() : '';
    if (value === '') continue;
    if (!isPlaceholder(value)) return { value, source };
    onPlaceholder(source);
  }
  return undefined;
}
