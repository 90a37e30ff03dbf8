import { describe, expect, it } from '@jest/globals';

import { createMemoryBudgetStore } from '../../src/budget/memory-budget-store.js';

import { describeBudgetModel } from './describe-budget-model.js';
import { describeBudgetStore, lineOf, TENANT } from './describe-budget-store.js';

const create = async () => {
  let time = Date.parse('2026-11-22T12:00:00Z');
  return {
    store: createMemoryBudgetStore({ now: () => time }),
    pass: async (ms: number) => { time += ms; },
    [Symbol.asyncDispose]: async () => undefined,
  };
};

describeBudgetStore('The memory store', create);
describeBudgetModel('The memory store', create, 20);

describe('The memory store', () => {
  it('answers at once, without a promise', () => {
    const store = createMemoryBudgetStore();
    expect(store.reserve({ tenant: TENANT, id: 'a', amountNano: 1, lines: [lineOf('b', 10)], leaseMs: 1_000 })).toMatchObject({ ok: true });
  });

  it('adds 200,000 charges of 100 nano-dollars exactly', () => {
    const store = createMemoryBudgetStore();
    const lines = [lineOf('b', 1_000_000_000)];
    for (let index = 0; index < 200_000; index += 1) void store.settle({ tenant: TENANT, id: String(index), actualNano: 100, lines });
    expect(store.read({ tenant: TENANT, lines })).toMatchObject([{ spentNano: 20_000_000 }]);
  });

  it('refuses new subjects instead of forgetting spending when it is full, and has room again when windows are over', () => {
    let time = 0;
    const store = createMemoryBudgetStore({ now: () => time, maxWindows: 2 });
    const reserve = (account: string) => store.reserve({ tenant: TENANT, id: account, amountNano: 1, lines: [lineOf(account, 10)], leaseMs: 1_000 });
    const settle = (account: string) => store.settle({ tenant: TENANT, id: account, actualNano: 1, lines: [lineOf(account, 10)] });
    for (const account of ['a', 'b']) {
      void reserve(account);
      void settle(account);
    }
    expect(reserve('c')).toEqual({ ok: false, reason: 'unavailable' });
    expect(reserve('b')).toMatchObject({ ok: true });
    time += 86_400_001;
    expect(reserve('c')).toMatchObject({ ok: true });
  });
});
