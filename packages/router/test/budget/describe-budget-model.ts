import { describe, expect, it } from '@jest/globals';

import { createRandom } from '@discord-intelligence/testing/random';

import { type BudgetStoreSubject, lineOf, TENANT } from './describe-budget-store.js';

interface Model {
  readonly spent: number[];
  readonly reserved: number[];
  readonly open: Map<string, { readonly amount: number; readonly lines: readonly number[] }>;
  /** Closed ones, and what they were charged. */
  readonly closed: Map<string, { charged: number; readonly lines: readonly number[]; isFinal: boolean }>;
}

const LIMITS = [1_000, 2_500, 700];
/** Limits are small and soon used up: so many commands, then fresh budgets, keep every branch alive. */
const COMMANDS_PER_ROUND = 100;

/** Any interleaving of commands keeps the store equal to a model in plain numbers. */
export function describeBudgetModel(name: string, create: () => Promise<BudgetStoreSubject>, rounds: number): void {
  const seed = 20_261_122;
  describe(`${name} beside a model`, () => {
    it(`stays equal to it over ${rounds} rounds of random commands (seed ${seed})`, async () => {
      await using subject = await create();
      const { store } = subject;
      const random = createRandom(seed);
      const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
      let model = emptyModel();
      let lines = LIMITS.map((limit, index) => lineOf(`budget${index}`, limit));
      const linesOf = (numbers: readonly number[]) => numbers.map((number) => lines[number]!);
      const seen = new Set<string>();

      const settle = async (id: string, actual: number) => {
        const known = model.open.get(id) ?? model.closed.get(id);
        const numbers = known?.lines ?? [0];
        const { kind } = await store.settle({ tenant: TENANT, id, actualNano: actual, lines: linesOf(numbers) });
        seen.add(kind);
        const open = model.open.get(id);
        const closed = model.closed.get(id);
        if (closed?.isFinal) {
          expect(kind).toBe('duplicate');
          return;
        }
        for (const number of numbers) {
          if (open) model.reserved[number]! -= open.amount;
          model.spent[number]! += actual - (closed?.charged ?? 0);
        }
        model.open.delete(id);
        model.closed.set(id, { charged: actual, lines: numbers, isFinal: true });
      };
      const reserve = async (id: string, leaseMs: number) => {
        const numbers = LIMITS.map((_, index) => index).filter(() => random() < 0.6);
        const amount = Math.floor(random() * 300);
        const fits = numbers.every((number) => model.spent[number]! + model.reserved[number]! + amount <= LIMITS[number]!);
        const outcome = await store.reserve({ tenant: TENANT, id, amountNano: amount, lines: linesOf(numbers), leaseMs });
        expect(outcome.ok).toBe(fits);
        seen.add(fits ? 'reserved' : 'refused');
        if (!fits) return false;
        for (const number of numbers) model.reserved[number]! += amount;
        model.open.set(id, { amount, lines: numbers });
        return true;
      };

      for (let step = 0; step < rounds * COMMANDS_PER_ROUND; step += 1) {
        if (step % COMMANDS_PER_ROUND === 0) {
          model = emptyModel();
          lines = LIMITS.map((limit, index) => lineOf(`budget${index}:${step}`, limit));
        }
        const dice = random();
        const open = pick([...model.open.keys()]);
        const closed = pick([...model.closed.keys()].slice(-20));
        if (dice < 0.45) await reserve(`r${step}`, 3_600_000);
        else if (dice < 0.65 && open) await settle(open, Math.floor(random() * 200));
        else if (dice < 0.75 && open) await settle(open, 0);
        else if (dice < 0.85 && closed) await settle(closed, Math.floor(random() * 200));
        else if (dice < 0.87) await settle(`unknown${step}`, Math.floor(random() * 20));
        else if (dice < 0.95 && (await reserve(`dead${step}`, 1))) {
          const id = `dead${step}`;
          const isSent = random() < 0.5;
          if (isSent) await store.markSent({ tenant: TENANT, id });
          await subject.pass(2);
          expect(await store.sweep({ tenant: TENANT })).toEqual({ charged: isSent ? 1 : 0, released: isSent ? 0 : 1 });
          const { amount, lines: numbers } = model.open.get(id)!;
          for (const number of numbers) {
            model.reserved[number]! -= amount;
            if (isSent) model.spent[number]! += amount;
          }
          model.open.delete(id);
          model.closed.set(id, { charged: isSent ? amount : 0, lines: numbers, isFinal: false });
        }
        const counters = await store.read({ tenant: TENANT, lines });
        expect({ step, spent: counters.map(({ spentNano }) => spentNano), reserved: counters.map(({ reservedNano }) => reservedNano) })
          .toEqual({ step, spent: model.spent, reserved: model.reserved });
      }
      expect([...seen].sort()).toEqual(['corrected', 'duplicate', 'late', 'refused', 'reserved', 'settled']);
    });
  });
}

function emptyModel(): Model {
  return { spent: LIMITS.map(() => 0), reserved: LIMITS.map(() => 0), open: new Map(), closed: new Map() };
}
