import type { Attributes, LogfireSpan, ManualSpan, SpanOptions } from './logfire-span.js';
import { NOOP_SPAN } from './noop-span.js';
import { slot } from './slot.js';

/**
 * Runs a function inside of a span, which ends when the function returns or, for a promise, when that settles.
 *
 * The function runs exactly once, its value is the value, and what it throws is thrown on as the same object. A promise
 * comes back as a promise of the same value; one of another class (with methods of its own) as a plain one. While
 * telemetry is off this is a call of `fn` and nothing more.
 *
 * @param name The name, low in variety. `{model}` in it is filled from the attributes for the message people read.
 * @param attributes What is known at the start, or a function that makes it.
 *
 * @example
 * const answer = await span('ask {model}', { model: 'gpt-x' }, async (current) => {
 *   const reply = await ask();
 *   current.setAttribute('reply.length', reply.length);
 *   return reply;
 * });
 */
export function span<T>(name: string, attributes: Attributes, fn: (span: LogfireSpan) => T, options?: SpanOptions): T {
  const { runtime } = slot;
  return runtime === undefined ? fn(NOOP_SPAN) : runtime.span(name, attributes, fn, options);
}

/** Like {@link span} for what gives a promise; it never throws synchronously: even a plain throw rejects the promise. */
export async function withSpanAsync<T>(
  name: string,
  attributes: Attributes,
  fn: (span: LogfireSpan) => PromiseLike<T> | T,
  options?: SpanOptions,
): Promise<T> {
  const { runtime } = slot;
  return runtime === undefined ? fn(NOOP_SPAN) : runtime.span(name, attributes, fn, options);
}

/**
 * Begins a span that the caller ends: for streams, callbacks and sockets.
 *
 * @example
 * const reading = startSpan('read stream');
 * try { for await (const part of reading.run(() => open())) use(part); reading.end(); } catch (error) { reading.end(error); throw error; }
 */
export function startSpan(name: string, attributes?: Attributes, options?: SpanOptions): ManualSpan {
  return slot.runtime?.startSpan(name, attributes, options) ?? NOOP_SPAN;
}

/** The span around the caller; one that does nothing when there is none. */
export function currentSpan(): LogfireSpan {
  return slot.runtime?.currentSpan() ?? NOOP_SPAN;
}

/** Sets an attribute of the span around the caller; does nothing when there is none. */
export function setSpanAttribute(key: string, value: unknown): void {
  slot.runtime?.currentSpan()?.setAttribute(key, value);
}
