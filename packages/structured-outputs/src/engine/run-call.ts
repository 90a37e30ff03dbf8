import { isLogfireEnabled } from '@discord-intelligence/observability';

import type { CallMeta } from '../client/meta.js';
import { traceCall } from '../trace/trace-call.js';

import type { Answered, Call } from './call.js';
import { makeAttempt } from './attempt.js';
import type { Engine } from './instructor.js';
import { toError } from './to-error.js';

/** A call that has its answer. */
export interface Outcome extends Answered {
  readonly meta: CallMeta;
}

/**
 * Runs a call to its end.
 *
 * @throws {StructuredOutputError}
 */
export function runCall(call: Call, loadEngine: () => Engine | Promise<Engine>): Promise<Outcome> {
  return isLogfireEnabled() ? traceCall(call, () => run(call, loadEngine)) : run(call, loadEngine);
}

async function run(call: Call, loadEngine: () => Engine | Promise<Engine>): Promise<Outcome> {
  const { client } = call;
  try {
    call.scope.check();
    const loaded = loadEngine();
    const engine = loaded instanceof Promise ? await call.scope.race(loaded) : loaded;
    await engine.run({ attempt: () => makeAttempt(call), isAnswered: () => call.answered !== undefined }, call.maxRetries);
    if (!call.answered) throw new Error('the engine returned without an answer');
    const outcome = { ...call.answered, meta: metaOf(call, call.answered) };
    client.events.emit('success', () => ({ callId: call.id, meta: outcome.meta }));
    return outcome;
  } catch (thrown) {
    const error = toError(call, thrown);
    client.events.emit('error', () => ({ callId: call.id, error }));
    throw error;
  } finally {
    call.scope.dispose();
  }
}

function metaOf({ attempts, usage, model, client, startedAt }: Call, { mode, model: asked, repairs, completion }: Answered): CallMeta {
  return {
    model: typeof completion.model === 'string' ? completion.model : asked,
    mode,
    attempts,
    usage,
    repairs,
    durationMs: client.now() - startedAt,
    isShared: false,
    schema: {
      name: model.name,
      ...(model.version !== undefined && { version: model.version }),
      // Hashing waits until somebody looks.
      get fingerprint() {
        return model.wire.fingerprint;
      },
    },
  };
}
