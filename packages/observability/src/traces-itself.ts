/**
 * Marks a client that makes the spans of its own calls, such as a router: whoever calls it makes none, so that no call
 * is told of twice. A wrapper around such a client carries the mark on.
 *
 * @example
 * const router = { [TRACES_ITSELF]: true, chat: { completions: { create } } };
 */
export const TRACES_ITSELF: unique symbol = Symbol.for('@discord-intelligence/observability/traces-itself') as never;

/** Whether a client carries the mark {@link TRACES_ITSELF}. */
export function tracesItself(client: unknown): boolean {
  return typeof client === 'object' && client !== null && (client as { readonly [TRACES_ITSELF]?: unknown })[TRACES_ITSELF] === true;
}
