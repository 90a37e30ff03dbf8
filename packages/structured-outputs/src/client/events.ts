import type { ErrorKind } from '../errors/kind.js';
import type { AnswerIssue } from '../errors/issue.js';
import type { StructuredOutputError } from '../errors/structured-output-error.js';
import type { WireFinding } from '../wire/lint.js';
import type { Mode } from '../wire/mode.js';

import type { AttemptRecord, CallMeta } from './meta.js';

/** What listeners get. None of it holds text of prompt or answer, unless `captureText` is set. */
export interface StructuredEvents {
  /** A request goes out. */
  readonly request: { readonly callId: number; readonly attempt: number; readonly model: string; readonly mode: Mode; readonly messageCount: number; readonly params?: Readonly<Record<string, unknown>> };
  /** An attempt has ended, one way or the other. */
  readonly attempt: { readonly callId: number } & AttemptRecord;
  /** The model is about to be asked again. */
  readonly retry: { readonly callId: number; readonly attempt: number; readonly kind: ErrorKind; readonly issues: readonly AnswerIssue[] };
  /** A call has its answer. */
  readonly success: { readonly callId: number; readonly meta: CallMeta };
  /** A call came to nothing. */
  readonly error: { readonly callId: number; readonly error: StructuredOutputError };
  /** Something an operator may want to know. */
  readonly log: { readonly level: 'debug' | 'warn'; readonly message: string; readonly findings?: readonly WireFinding[] };
}
export type StructuredEventName = keyof StructuredEvents;

/** A listener; whatever it throws or rejects with is swallowed. */
export type StructuredListener<Name extends StructuredEventName> = (event: StructuredEvents[Name]) => unknown;

/** Tells listeners what happens. */
export interface EventHub {
  on<Name extends StructuredEventName>(name: Name, listener: StructuredListener<Name>): () => void;
  /** `make` runs only when somebody listens. */
  emit<Name extends StructuredEventName>(name: Name, make: () => StructuredEvents[Name]): void;
}

/** Makes a hub. */
export function createEventHub(): EventHub {
  const listeners = new Map<StructuredEventName, Set<(event: never) => unknown>>();
  return {
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => { known.delete(listener); };
    },
    emit(name, make) {
      const known = listeners.get(name);
      if (!known?.size) return;
      const event = make();
      for (const listener of [...known]) {
        try {
          const outcome = listener(event as never);
          if (outcome instanceof Promise) outcome.catch(() => undefined);
        } catch {
          // A listener is not part of the call.
        }
      }
    },
  };
}
