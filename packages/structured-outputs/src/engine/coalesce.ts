import { isLogfireEnabled } from '@discord-intelligence/observability';

import { AbortedError } from '../errors/errors.js';
import { noUsage } from '../limits/usage.js';
import { createScope, ScopeStop } from '../limits/scope.js';
import { traceShared } from '../trace/trace-call.js';
import { canonicalJson } from '../wire/canonical-json.js';

import type { PreparedCall } from './create-call.js';
import type { Outcome } from './run-call.js';

/** Lets identical calls in flight share one answer. */
export interface Coalescer {
  /** @param start - Runs the call; its signal is replaced by one that aborts when nobody waits any more. */
  run(prepared: PreparedCall, start: (shared: PreparedCall) => Promise<Outcome>): Promise<Outcome>;
}

interface Flight {
  readonly outcome: Promise<Outcome>;
  readonly controller: AbortController;
  waiting: number;
}

/** Makes a coalescer. */
export function createCoalescer(): Coalescer {
  const flights = new Map<string, Flight>();
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  /** Functions and schemas have no JSON: their identity counts. */
  const idOf = (value: object): number => {
    const known = ids.get(value) ?? (lastId += 1);
    ids.set(value, known);
    return known;
  };

  return {
    async run(prepared, start) {
      const { params, passed, settings, maxRetries, model, context } = prepared;
      const contextKey = typeof context === 'object' && context !== null ? idOf(context) : context;
      const key = canonicalJson([params, passed ?? null, { ...settings, escalate: settings.escalate.map(idOf) }, maxRetries, idOf(model), String(contextKey)]);
      const running = flights.get(key);
      if (!running) return wait(key, begin(key, prepared, start), prepared);
      const join = () => wait(key, running, prepared).then((outcome) => ownCopy(outcome, prepared));
      return isLogfireEnabled() ? traceShared(model, join) : join();
    },
  };

  async function wait(key: string, flight: Flight, prepared: PreparedCall): Promise<Outcome> {
    flight.waiting += 1;
    const scope = createScope(prepared.signal, 0);
    try {
      return await scope.race(flight.outcome);
    } catch (error) {
      if (error instanceof ScopeStop) throw new AbortedError({ kind: 'aborted', message: 'the call was aborted', cause: error.reason });
      throw error;
    } finally {
      scope.dispose();
      flight.waiting -= 1;
      if (flight.waiting === 0) {
        if (flights.get(key) === flight) flights.delete(key);
        flight.controller.abort();
      }
    }
  }

  function begin(key: string, prepared: PreparedCall, start: (shared: PreparedCall) => Promise<Outcome>): Flight {
    const controller = new AbortController();
    const outcome = start({ ...prepared, signal: controller.signal });
    const flight: Flight = { outcome, controller, waiting: 0 };
    flights.set(key, flight);
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    outcome.then(land, land);
    return flight;
  }
}

/** Data of its own for each caller, so that none sees another's changes; the first one's bill. */
async function ownCopy(outcome: Outcome, { model }: PreparedCall): Promise<Outcome> {
  const value: unknown = structuredClone(outcome.value);
  const verdict = await model.validate(value);
  // The same value has passed once; a rule that says otherwise now is not the answer's fault.
  const data = verdict.isValid ? verdict.data : outcome.data;
  return { ...outcome, data, value, meta: { ...outcome.meta, usage: noUsage(), isShared: true } };
}
