/** What was thrown and may quote a prompt: none of it is shown. */
export interface Withheld {
  add(thrown: unknown): void;
  has(thrown: unknown): boolean;
}

/** Texts that are remembered. An abort may have one for its reason; it passes its spans within moments. */
const MOST_TEXTS = 16;

/** Makes an empty one. It keeps no error alive. */
export function createWithheld(): Withheld {
  const errors = new WeakSet();
  const texts = new Set<string>();
  return {
    add(thrown) {
      if (isObject(thrown)) errors.add(thrown);
      else if (typeof thrown === 'string') {
        texts.add(thrown);
        const [oldest] = texts;
        if (texts.size > MOST_TEXTS) texts.delete(oldest!);
      }
    },
    has: (thrown) => (isObject(thrown) ? errors.has(thrown) : typeof thrown === 'string' && texts.has(thrown)),
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
