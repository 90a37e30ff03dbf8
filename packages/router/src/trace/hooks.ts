import type { BudgetAlert } from '../budget/budget-keeper.js';
import type { CooldownEvent } from '../cooldown/cooldown-store.js';
import type { RouterError } from '../errors/router-error.js';

import type { AttemptRecord } from './attempt-record.js';
import type { ResultMeta } from './result-meta.js';

/** What the hooks of one request have in common. */
export interface RequestEvent {
  readonly requestId: string;
  /** `chat` or `embeddings`. */
  readonly kind: string;
  /** What the request named as its model. */
  readonly model: string;
  readonly isStream: boolean;
}

/**
 * Neutral events: enough for spans and metrics, with no prompt and no key. A hook that throws or
 * rejects costs a warning `hook_error` and nothing else.
 */
export interface RouterHooks {
  readonly onRequestStart?: (event: RequestEvent) => void;
  /** An attempt is about to leave. */
  readonly onAttemptStart?: (event: RequestEvent & { readonly deployment: string; readonly provider: string; readonly upstreamModel: string; readonly group: string; readonly attempt: number }) => void;
  /** An attempt is over; once for each, with its class and cost. */
  readonly onAttempt?: (event: RequestEvent & { readonly attempt: AttemptRecord }) => void;
  readonly onFallback?: (event: RequestEvent & { readonly from: string; readonly to: string; readonly reason: string }) => void;
  /** The request is over; for a stream, when its last chunk is out. */
  readonly onRequestEnd?: (event: RequestEvent & { readonly meta: ResultMeta; readonly error?: RouterError }) => void;
  readonly onCooldown?: (event: CooldownEvent) => void;
  readonly onAlert?: (alert: BudgetAlert) => void;
  readonly onWarning?: (warning: string) => void;
}

/** Calls hooks so that nothing they do reaches the request. */
export type HookRunner = <Name extends keyof RouterHooks>(name: Name, event: Parameters<NonNullable<RouterHooks[Name]>>[0]) => void;

/** Makes the runner; `onError` hears that a hook has failed. */
export function createHookRunner(hooks: RouterHooks, onError: () => void): HookRunner {
  return (name, event) => {
    const hook = hooks[name] as ((event: unknown) => unknown) | undefined;
    if (!hook) return;
    try {
      const outcome = hook(event);
      if (outcome instanceof Promise) outcome.catch(onError);
    } catch {
      onError();
    }
  };
}
