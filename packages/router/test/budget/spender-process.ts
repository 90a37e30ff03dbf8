/**
 * A process that spends money when it is told to: one JSON command a line on standard input, one
 * JSON answer a line on standard output. Started by `start-spender.ts`.
 */
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';

import { createRandom } from '@discord-intelligence/testing/random';

import type { BudgetHold } from '../../src/budget/budget-keeper.js';
import { createStores } from '../../src/create-stores.js';

import type { SpenderCommand, SpenderSetup } from './start-spender.js';

const setup = JSON.parse(process.argv[2] ?? '{}') as SpenderSetup;
const stores = createStores({
  redis: { url: setup.url, commandTimeoutMs: setup.commandTimeoutMs, firstConnectTimeoutMs: 20_000, probeEveryMs: 50 },
  budgets: [{ id: 'shared', scope: { pot: '*' }, limitNano: setup.limitNano }],
  leaseMs: setup.leaseMs,
});
const random = createRandom(setup.seed);
const held: BudgetHold[] = [];

async function race({ pot, workers, estimateNano, minNano, maxNano, answerMs }: SpenderCommand & { readonly kind: 'race' }) {
  let spentNano = 0;
  let refused = 0;
  await Promise.all(Array.from({ length: workers }, async () => {
    for (;;) {
      const outcome = await stores.budgets.reserve({ labels: { pot }, amountNano: estimateNano });
      if (!outcome.ok && outcome.refusal.reason === 'unavailable') {
        await nextTurn();
        continue;
      }
      if (!outcome.ok) {
        refused += 1;
        return;
      }
      outcome.hold.markSent();
      const actual = Math.floor(minNano + random() * (maxNano - minNano));
      await (answerMs === undefined ? nextTurn() : delay(random() * answerMs));
      // Every tenth answer is reported twice, as a retried settlement would.
      const { kind } = await outcome.hold.settle(actual);
      if (kind === 'settled' && random() < 0.1) await stores.budgetStore.settle({ tenant: 'all', id: outcome.hold.id, actualNano: actual + 1, lines: [] });
      spentNano += actual;
    }
  }));
  while (stores.journal.pending > 0) await nextTurn();
  return { spentNano, refused };
}

async function hold({ pot, count, estimateNano }: SpenderCommand & { readonly kind: 'hold' }) {
  while (held.length < count) {
    const outcome = await stores.budgets.reserve({ labels: { pot }, amountNano: estimateNano });
    await nextTurn();
    // Redis may have been too slow, on a machine as busy as this.
    if (!outcome.ok) continue;
    if (held.length % 2 === 0) while (!(await stores.budgetStore.markSent({ tenant: 'all', id: outcome.hold.id }))) await nextTurn();
    held.push(outcome.hold);
  }
  while (stores.journal.pending > 0) await nextTurn();
  return { held: held.length };
}

async function settleHeld({ actualNano }: SpenderCommand & { readonly kind: 'settle-held' }) {
  const kinds = await Promise.all(held.splice(0).map(async (one) => (await one.settle(actualNano)).kind));
  return { kinds };
}

/** Spends until so many attempts were granted, whatever happens to Redis meanwhile. */
async function keepOn({ pot, grants, estimateNano, actualNano }: SpenderCommand & { readonly kind: 'keep-on' }) {
  let granted = 0;
  while (granted < grants) {
    const outcome = await stores.budgets.reserve({ labels: { pot }, amountNano: estimateNano });
    await nextTurn();
    if (!outcome.ok) continue;
    granted += 1;
    outcome.hold.markSent();
    await outcome.hold.settle(actualNano);
  }
  while (stores.journal.pending > 0) await nextTurn();
  return { spentNano: granted * actualNano, dropped: stores.journal.dropped };
}

function run(command: SpenderCommand): Promise<object> {
  switch (command.kind) {
    case 'race': return race(command);
    case 'hold': return hold(command);
    case 'settle-held': return settleHeld(command);
    case 'keep-on': return keepOn(command);
  }
}

await stores.ready();
process.stdout.write('{"ready":true}\n');
for await (const line of createInterface({ input: process.stdin })) process.stdout.write(`${JSON.stringify(await run(JSON.parse(line) as SpenderCommand))}\n`);
await stores.close();
