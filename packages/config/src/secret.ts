import { inspect } from 'node:util';

/** What every way of printing a secret gives instead of its value. */
export const REDACTED = '[redacted]';

// Registered globally, so that two installed copies of this package (or its ESM
// and its CommonJS build) recognise each other's secrets.
const MARK: unique symbol = Symbol.for('@discord-intelligence/config/Secret') as never;

/**
 * A value that must not be seen: a key, a token, a URL that holds a password.
 *
 * Printing, inspecting, joining and JSON-encoding it give `[redacted]`; the only
 * way to the text is {@link Secret.reveal}, so every use can be found by name.
 * It has no properties of its own: `Object.keys`, spreading and
 * `structuredClone` carry nothing away.
 *
 * @example
 * const token = new Secret('hunter2');
 * `${token}`;       // '[redacted]'
 * token.reveal();   // 'hunter2'
 */
export class Secret {
  static {
    // On the prototype, so that an instance has no property at all.
    Object.defineProperty(this.prototype, MARK, { value: true });
  }

  readonly #value: string;

  /** @param value - The text to keep out of sight. */
  constructor(value: string) {
    this.#value = value;
    Object.freeze(this);
  }

  /** Whether `value` is a secret, made by this copy of the package or another one. */
  static is(value: unknown): value is Secret {
    return typeof value === 'object' && value !== null && (value as { [MARK]?: unknown })[MARK] === true;
  }

  /** The hidden text. Call it at the last moment and never store, log or throw the result. */
  reveal(): string {
    return this.#value;
  }

  /** Always `[redacted]`. */
  toString(): string {
    return REDACTED;
  }

  /** Always `[redacted]`, so `JSON.stringify` and JSON loggers show no more. */
  toJSON(): string {
    return REDACTED;
  }

  /** Always `[redacted]`, also in a template, a comparison or an addition. */
  [Symbol.toPrimitive](): string {
    return REDACTED;
  }

  /** Always `[redacted]`, whatever the depth or the options of `util.inspect`. */
  [inspect.custom](): string {
    return REDACTED;
  }
}
