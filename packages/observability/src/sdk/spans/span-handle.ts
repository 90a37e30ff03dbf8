import type { ActiveSpan } from './active-span.js';

const HANDLE: unique symbol = Symbol('observability handle') as never;

/** Remembers our span on the SDK's; a property, because a map would cost more on every span. */
export function attachHandle(span: object, handle: ActiveSpan): void {
  (span as { [HANDLE]?: ActiveSpan })[HANDLE] = handle;
}

/** Our span around one of the SDK, if it has one. */
export function handleOf(span: object): ActiveSpan | undefined {
  return (span as { [HANDLE]?: ActiveSpan })[HANDLE];
}
