import { EngineError } from '../errors/errors.js';

import type { Engine } from './instructor.js';

const RETRIES = 2;

/**
 * Proves that the engine asks again as often as it is told, and then stops.
 *
 * @throws {EngineError} When it does not.
 */
export async function checkEngine(engine: Engine): Promise<void> {
  const answeredOnLast = await count(engine, RETRIES + 1);
  const neverAnswered = await count(engine, Number.POSITIVE_INFINITY);
  if (answeredOnLast.attempts !== RETRIES + 1 || answeredOnLast.hasFailed || neverAnswered.attempts !== RETRIES + 1 || !neverAnswered.hasFailed) {
    throw new EngineError({ kind: 'engine', message: `the retry engine made ${neverAnswered.attempts} attempts where ${RETRIES + 1} were due: check its version and that of zod-validation-error` });
  }
}

async function count(engine: Engine, answeredAt: number): Promise<{ readonly attempts: number; readonly hasFailed: boolean }> {
  let attempts = 0;
  const call = {
    attempt: async () => { attempts += 1; },
    isAnswered: () => attempts >= answeredAt,
  };
  try {
    await engine.run(call, RETRIES);
    return { attempts, hasFailed: false };
  } catch {
    return { attempts, hasFailed: true };
  }
}
