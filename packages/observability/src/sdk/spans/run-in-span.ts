import type { Attributes, LogfireSpan, SpanOptions } from '../../logfire-span.js';
import { NOOP_SPAN } from '../../noop-span.js';
import { isThenable, whenSettled } from '../../when-settled.js';
import type { ActiveSpan, Contexts } from './active-span.js';
import type { OpenSpan } from './open-span.js';

/** Runs a function inside of a span: once, with its own value and its own errors. */
export type RunInSpan = <T>(name: string, attributes: Attributes, fn: (span: LogfireSpan) => T, options?: SpanOptions) => T;

/** Makes the function behind `span`. */
export function createRunInSpan(open: OpenSpan, contexts: Contexts): RunInSpan {
  return <T>(name: string, attributes: Attributes, fn: (span: LogfireSpan) => T, options?: SpanOptions): T => {
    const active = open(name, attributes, options);
    if (active === undefined) return fn(NOOP_SPAN);
    let result: T;
    try {
      result = contexts.with(active.context, fn, undefined, active);
    } catch (error) {
      fail(active, error);
      throw error;
    }
    // Asked here as well, so that nothing is allocated for what is already there.
    if (isThenable(result)) return whenSettled(result, () => { active.end(); }, (error) => { fail(active, error); });
    active.end();
    return result;
  };
}

/** What was thrown may be `undefined`, and is a failure all the same. */
function fail(active: ActiveSpan, error: unknown): void {
  active.recordError(error);
  active.end();
}
