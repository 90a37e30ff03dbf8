import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';

// For developers, and not published: it may use the fakes, as tests do.
import { redisSkipReason, startRedis } from '@discord-intelligence/testing';

import type { BudgetKeeper } from '../src/budget/budget-keeper.js';
import { createBudgetKeeper } from '../src/budget/create-budget-keeper.js';
import { nanoToUsd, usdToNano } from '../src/budget/nano-usd.js';
import { createRedisBudgetStore } from '../src/budget/redis-budget-store.js';
import { createRedisConnection } from '../src/redis/redis-connection.js';
import { createRedisKeys } from '../src/redis/redis-keys.js';
import { startSpender } from '../test/budget/start-spender.js';

/**
 * Processes race for one budget of $1.00, with many requests in flight in each, at random costs below the
 * estimate. Prints what was spent and what stayed reserved. Exit code 1 when a run is wrong by a nano-dollar.
 *
 * With `--kill`, half of them end as by `kill -9` in the middle of each run. What they have told nobody is in the
 * budget all the same, at the estimate where it was sent: nothing may stay reserved, and the limit holds.
 */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' }, processes: { type: 'string', default: '8' }, 'in-flight': { type: 'string', default: '50' }, kill: { type: 'boolean', default: false } } });
const script = join(import.meta.dirname, '../test/budget/spender-process.ts');
const limitNano = usdToNano(1);
const skip = redisSkipReason();
/** Milliseconds: leases of the dead are waited for. */
const LEASE_MS = values.kill ? 1_000 : 5_000;
/** Share of the budget that is spent before the first is killed, and milliseconds that an answer takes then. */
const KILL_FROM = 0.3;
/** Reservations that each of them has when it is killed, besides those of the race; every second one is marked as sent. */
const HELD = 4;
const ANSWER_MS = 30;

if (skip !== undefined) process.stdout.write(`skipped: ${skip}\n`);
else await race();

async function race(): Promise<void> {
  await using redis = await startRedis();
  const connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 10_000, firstConnectTimeoutMs: 20_000 });
  const keeper = createBudgetKeeper({ store: createRedisBudgetStore({ connection, keys: createRedisKeys() }), definitions: [{ id: 'shared', scope: { pot: '*' }, limitNano }] });
  const start = (seed: number) => startSpender({ url: redis.url, limitNano, leaseMs: LEASE_MS, commandTimeoutMs: 1_000, seed }, script);
  const spenders = await Promise.all(Array.from({ length: Number(values.processes) }, (_, index) => start(index + 1)));
  let wrong = 0;
  try {
    for (let run = 1; run <= Number(values.runs); run += 1) {
      const pot = `run-${run}`;
      const command = { kind: 'race', pot, workers: Number(values['in-flight']), estimateNano: usdToNano(0.02), minNano: usdToNano(0.008), maxNano: usdToNano(0.018), ...(values.kill && { answerMs: ANSWER_MS }) } as const;
      const doomed = values.kill ? spenders.flatMap((_, index) => (index % 2 === 1 ? [index] : [])) : [];
      await Promise.all(doomed.map((index) => spenders[index]!.run({ kind: 'hold', pot, count: HELD, estimateNano: command.estimateNano })));
      const racing = spenders.map((spender) => spender.run<{ readonly spentNano: number }>(command).catch(() => ({ spentNano: 0 })));
      if (doomed.length > 0) await spentAtLeast(KILL_FROM * limitNano, keeper, pot);
      await Promise.all(doomed.map((index) => spenders[index]!.kill()));
      const results = await Promise.all(racing);
      const told = results.filter((_, index) => !doomed.includes(index)).reduce((sum, { spentNano }) => sum + spentNano, 0);
      if (values.kill) await sweepUp(keeper, pot);
      const [status] = await keeper.status({ pot });
      const ofDead = (status?.spentNano ?? 0) - told;
      // What the dead had settled themselves comes on top.
      const isCharged = values.kill ? ofDead >= ((doomed.length * HELD) / 2) * command.estimateNano : ofDead === 0;
      const isRight = isCharged && status?.reservedNano === 0 && status.spentNano <= limitNano;
      await Promise.all(doomed.map(async (index) => { spenders[index] = await start(run * spenders.length + index + 1); }));
      if (!isRight) wrong += 1;
      process.stdout.write(`run ${String(run).padStart(2)}: spent $${nanoToUsd(status?.spentNano ?? 0).toFixed(9)} of $1, reserved $${nanoToUsd(status?.reservedNano ?? 0).toFixed(9)}, told by the ${doomed.length > 0 ? `${spenders.length - doomed.length} that lived` : 'processes'} $${nanoToUsd(told).toFixed(9)}${values.kill ? `, charged for the dead $${nanoToUsd(ofDead).toFixed(9)}` : ''} ${isRight ? 'ok' : 'WRONG'}\n`);
    }
  } finally {
    await Promise.all(spenders.map((spender) => spender[Symbol.asyncDispose]()));
    await connection.close();
  }
  process.stdout.write(`${values.runs} runs, ${wrong} wrong\n`);
  process.exitCode = wrong > 0 ? 1 : 0;
}

/** Waits until the race is on. */
async function spentAtLeast(nano: number, keeper: BudgetKeeper, pot: string): Promise<void> {
  while (((await keeper.status({ pot }))[0]?.spentNano ?? 0) < nano) await delay(1);
}

/** Waits until the leases of the dead are over and somebody, the living as well, has closed their reservations. */
async function sweepUp(keeper: BudgetKeeper, pot: string): Promise<void> {
  const deadline = Date.now() + 20 * LEASE_MS;
  for (;;) {
    await keeper.sweep('all');
    const [status] = await keeper.status({ pot });
    if (status?.reservedNano === 0 || Date.now() > deadline) return;
    await delay(LEASE_MS / 10);
  }
}
