import { join } from 'node:path';
import { parseArgs } from 'node:util';

// For developers, and not published: it may use the fakes, as tests do.
import { redisSkipReason, startRedis } from '@discord-intelligence/testing';

import { createBudgetKeeper } from '../src/budget/create-budget-keeper.js';
import { nanoToUsd, usdToNano } from '../src/budget/nano-usd.js';
import { createRedisBudgetStore } from '../src/budget/redis-budget-store.js';
import { createRedisConnection } from '../src/redis/redis-connection.js';
import { createRedisKeys } from '../src/redis/redis-keys.js';
import { startSpender } from '../test/budget/start-spender.js';

/**
 * Processes race for one budget of $1.00, with many requests in flight in each, at random costs below the
 * estimate. Prints what was spent and what stayed reserved. Exit code 1 when a run is wrong by a nano-dollar.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, processes: { type: 'string', default: '8' }, 'in-flight': { type: 'string', default: '50' } } });
const script = join(import.meta.dirname, '../test/budget/spender-process.ts');
const limitNano = usdToNano(1);
const skip = redisSkipReason();

if (skip !== undefined) process.stdout.write(`skipped: ${skip}\n`);
else await race();

async function race(): Promise<void> {
  await using redis = await startRedis();
  const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 10_000, firstConnectTimeoutMs: 20_000 });
  const keeper = createBudgetKeeper({ store: createRedisBudgetStore({ connection, keys: createRedisKeys() }), definitions: [{ id: 'shared', scope: { pot: '*' }, limitNano }] });
  const spenders = await Promise.all(Array.from({ length: Number(values.processes) }, (_, seed) => startSpender({ url: redis.url, limitNano, leaseMs: 5_000, commandTimeoutMs: 1_000, seed: seed + 1 }, script)));
  let wrong = 0;
  try {
    for (let run = 1; run <= Number(values.runs); run += 1) {
      const pot = `run-${run}`;
      const command = { kind: 'race', pot, workers: Number(values['in-flight']), estimateNano: usdToNano(0.02), minNano: usdToNano(0.008), maxNano: usdToNano(0.018) } as const;
      const results = await Promise.all(spenders.map((spender) => spender.run<{ readonly spentNano: number }>(command)));
      const told = results.reduce((sum, { spentNano }) => sum + spentNano, 0);
      const [status] = await keeper.status({ pot });
      const isRight = status?.spentNano === told && status.reservedNano === 0 && told <= limitNano;
      if (!isRight) wrong += 1;
      process.stdout.write(`run ${String(run).padStart(2)}: spent $${nanoToUsd(status?.spentNano ?? 0).toFixed(9)} of $1, reserved $${nanoToUsd(status?.reservedNano ?? 0).toFixed(9)}, told by the processes $${nanoToUsd(told).toFixed(9)} ${isRight ? 'ok' : 'WRONG'}\n`);
    }
  } finally {
    await Promise.all(spenders.map((spender) => spender[Symbol.asyncDispose]()));
    await connection.close();
  }
  process.stdout.write(`${values.runs} runs, ${wrong} wrong\n`);
  process.exitCode = wrong > 0 ? 1 : 0;
}
