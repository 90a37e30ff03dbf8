import { type Context, ROOT_CONTEXT } from '@opentelemetry/api';

/** Entries after which a context is written anew, so that looking for what is not there stays short. */
const MOST_ENTRIES = 16;
const NOTHING = Symbol('nothing');

/**
 * A context that is one more entry before another context. OpenTelemetry's own copies a map for every span; here a
 * span is one small object.
 */
class LinkedContext implements Context {
  readonly #parent: Context;
  readonly #key: symbol;
  readonly #value: unknown;
  readonly #entries: number;

  constructor(parent: Context, key: symbol, value: unknown, entries: number) {
    this.#parent = parent;
    this.#key = key;
    this.#value = value;
    this.#entries = entries;
  }

  getValue(key: symbol): unknown {
    return key === this.#key ? this.#value : this.#parent.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    // The usual case: a span inside of a span stands in its place.
    if (key === this.#key) return new LinkedContext(this.#parent, key, value, this.#entries);
    if (this.#entries >= MOST_ENTRIES) return this.#flat().setValue(key, value);
    return new LinkedContext(this, key, value, this.#entries + 1);
  }

  deleteValue(key: symbol): Context {
    return this.getValue(key) === undefined ? this : this.setValue(key, undefined);
  }

  /** The same with each key once, in one of OpenTelemetry's own. */
  #flat(): Context {
    const seen = new Map<symbol, unknown>([[this.#key, this.#value]]);
    let at = this.#parent;
    while (#parent in at) {
      if (!seen.has(at.#key)) seen.set(at.#key, at.#value);
      at = at.#parent;
    }
    seen.delete(NOTHING);
    for (const [key, value] of seen) at = value === undefined ? at.deleteValue(key) : at.setValue(key, value);
    return linked(at);
  }

  static over(context: Context): Context {
    return #parent in context ? context : new LinkedContext(context, NOTHING, undefined, 0);
  }
}

const LINKED_ROOT = LinkedContext.over(ROOT_CONTEXT);

/** The same context, in a form that spans are put into cheaply. */
export function linked(context: Context): Context {
  return context === ROOT_CONTEXT ? LINKED_ROOT : LinkedContext.over(context);
}
