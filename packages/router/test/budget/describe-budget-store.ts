import { describe, expect, it } from '@jest/globals';

import type { BudgetLine, BudgetStore, SettleCommand } from '../../src/budget/budget-store.js';

/** One implementation under test. */
export interface BudgetStoreSubject extends AsyncDisposable {
  readonly store: BudgetStore;
  /** Lets the clock of the store move on by at least so many milliseconds. */
  pass(ms: number): Promise<void>;
}

export const TENANT = 'all';

/** A line with a limit; the same name is the same account. */
export function lineOf(account: string, limitNano: number, { index = 0, alerts = [] }: { readonly index?: number; readonly alerts?: readonly number[] } = {}): BudgetLine {
  return { account, index, label: `w${index}`, limitNano, alerts, keepMs: 86_400_000 };
}

/** What every budget store must do. */
export function describeBudgetStore(name: string, create: () => Promise<BudgetStoreSubject>): void {
  describe(`${name} as a budget store`, () => {
    const line = lineOf('user:u1', 100);
    const reserve = (store: BudgetStore, id: string, amountNano: number, lines = [line], leaseMs = 60_000) =>
      store.reserve({ tenant: TENANT, id, amountNano, lines, leaseMs });
    const settle = (store: BudgetStore, id: string, actualNano: number, lines: SettleCommand['lines'] = [line]) => store.settle({ tenant: TENANT, id, actualNano, lines });
    const read = async (store: BudgetStore, lines = [line]) => (await store.read({ tenant: TENANT, lines })).map(({ spentNano, reservedNano, carriedNano }) => [spentNano, reservedNano, carriedNano]);

    it('holds an amount until it is settled, and then charges the real cost', async () => {
      await using subject = await create();
      expect(await reserve(subject.store, 'a', 60)).toMatchObject({ ok: true, isReplay: false, counters: [{ spentNano: 0, reservedNano: 60 }] });
      expect(await settle(subject.store, 'a', 25)).toMatchObject({ kind: 'settled', counters: [{ spentNano: 25, reservedNano: 0 }] });
      expect(await read(subject.store)).toEqual([[25, 0, 0]]);
    });

    it('refuses what does not fit beside the open reservations, and takes what fits exactly', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 60);
      expect(await reserve(subject.store, 'b', 41)).toMatchObject({ ok: false, reason: 'exceeded', line: 0, counters: [{ reservedNano: 60 }] });
      expect(await reserve(subject.store, 'c', 40)).toMatchObject({ ok: true });
      expect(await read(subject.store)).toEqual([[0, 100, 0]]);
    });

    it('refuses everything when the limit is zero, even what costs nothing', async () => {
      await using subject = await create();
      expect(await reserve(subject.store, 'a', 0, [lineOf('none', 0)])).toMatchObject({ ok: false, line: 0 });
    });

    it('holds against all budgets or none, and names the one that refuses', async () => {
      await using subject = await create();
      const team = lineOf('team:t1', 10);
      expect(await reserve(subject.store, 'a', 20, [line, team])).toMatchObject({ ok: false, line: 1 });
      expect(await read(subject.store, [line, team])).toEqual([[0, 0, 0], [0, 0, 0]]);
      expect(await reserve(subject.store, 'b', 10, [line, team])).toMatchObject({ ok: true });
      expect(await read(subject.store, [line, team])).toEqual([[0, 10, 0], [0, 10, 0]]);
    });

    it('gives an unused reservation back at once', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 100);
      expect(await subject.store.release({ tenant: TENANT, id: 'a', lines: [line] })).toMatchObject({ kind: 'settled' });
      expect(await reserve(subject.store, 'b', 100)).toMatchObject({ ok: true });
    });

    it('reserves once for one id, however often it is asked', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 60);
      expect(await reserve(subject.store, 'a', 60)).toMatchObject({ ok: true, isReplay: true });
      expect(await read(subject.store)).toEqual([[0, 60, 0]]);
      await settle(subject.store, 'a', 10);
      expect(await reserve(subject.store, 'a', 60)).toMatchObject({ ok: true, isReplay: true });
      expect(await read(subject.store)).toEqual([[10, 0, 0]]);
    });

    it('charges once when one reservation is settled three times', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 60);
      const kinds = [await settle(subject.store, 'a', 25), await settle(subject.store, 'a', 25), await settle(subject.store, 'a', 30)].map(({ kind }) => kind);
      expect(kinds).toEqual(['settled', 'duplicate', 'duplicate']);
      expect(await read(subject.store)).toEqual([[25, 0, 0]]);
    });

    it('charges a settlement without a reservation, once', async () => {
      await using subject = await create();
      expect(await settle(subject.store, 'lost', 7)).toMatchObject({ kind: 'late' });
      expect(await settle(subject.store, 'lost', 7)).toMatchObject({ kind: 'duplicate' });
      expect(await read(subject.store)).toEqual([[7, 0, 0]]);
    });

    it('records what costs more than it reserved in full, and refuses until it is paid', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 10);
      await settle(subject.store, 'a', 130);
      expect(await reserve(subject.store, 'b', 1)).toMatchObject({ ok: false, counters: [{ spentNano: 130 }] });
    });

    it('carries a debt into the next window, where it uses up the limit', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 10);
      await settle(subject.store, 'a', 130);
      const next = lineOf('user:u1', 100, { index: 1 });
      expect(await read(subject.store, [next])).toEqual([[0, 0, 30]]);
      expect(await reserve(subject.store, 'b', 71, [next])).toMatchObject({ ok: false, counters: [{ carriedNano: 30 }] });
      expect(await reserve(subject.store, 'c', 70, [next])).toMatchObject({ ok: true, counters: [{ carriedNano: 30, reservedNano: 70 }] });
    });

    it('lets windows without any request pay a debt off, and no faster than that', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 10);
      await settle(subject.store, 'a', 330);
      expect(await reserve(subject.store, 'b', 70, [lineOf('user:u1', 100, { index: 3 })])).toMatchObject({ ok: true, counters: [{ carriedNano: 30 }] });
      expect(await read(subject.store, [lineOf('user:u1', 100, { index: 4 })])).toEqual([[0, 0, 0]]);
    });

    it('keeps a debt through a window in which every request was refused', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 10);
      await settle(subject.store, 'a', 250);
      expect(await reserve(subject.store, 'b', 1, [lineOf('user:u1', 100, { index: 1 })])).toMatchObject({ ok: false, counters: [{ carriedNano: 150 }] });
      expect(await reserve(subject.store, 'c', 51, [lineOf('user:u1', 100, { index: 2 })])).toMatchObject({ ok: false, counters: [{ carriedNano: 50 }] });
      expect(await reserve(subject.store, 'd', 50, [lineOf('user:u1', 100, { index: 2 })])).toMatchObject({ ok: true });
    });

    it('settles into the window of the reservation after the turn, and corrects the carried debt', async () => {
      await using subject = await create();
      const next = lineOf('user:u1', 100, { index: 1 });
      await reserve(subject.store, 'a', 10);
      await reserve(subject.store, 'b', 10, [next]);
      expect(await settle(subject.store, 'a', 140)).toMatchObject({ kind: 'settled' });
      expect(await read(subject.store, [line, next])).toEqual([[140, 0, 0], [0, 10, 40]]);
      expect(await reserve(subject.store, 'c', 51, [next])).toMatchObject({ ok: false, counters: [{ carriedNano: 40 }] });
    });

    it('sweeps a dead owner: charged at the estimate when sent, given back when not', async () => {
      await using subject = await create();
      await reserve(subject.store, 'sent', 30, [line], 20);
      await reserve(subject.store, 'unsent', 40, [line], 20);
      await reserve(subject.store, 'alive', 5);
      expect(await subject.store.markSent({ tenant: TENANT, id: 'sent' })).toBe(true);
      await subject.pass(25);
      expect(await subject.store.sweep({ tenant: TENANT })).toEqual({ charged: 1, released: 1 });
      expect(await read(subject.store)).toEqual([[30, 5, 0]]);
      expect(await subject.store.sweep({ tenant: TENANT })).toEqual({ charged: 0, released: 0 });
    });

    it('corrects a swept reservation when its settlement comes late, once', async () => {
      await using subject = await create();
      await reserve(subject.store, 'sent', 30, [line], 1);
      await reserve(subject.store, 'unsent', 30, [line], 1);
      await subject.store.markSent({ tenant: TENANT, id: 'sent' });
      await subject.pass(5);
      await subject.store.sweep({ tenant: TENANT });
      expect(await settle(subject.store, 'sent', 12)).toMatchObject({ kind: 'corrected' });
      expect(await settle(subject.store, 'unsent', 3)).toMatchObject({ kind: 'corrected' });
      expect(await settle(subject.store, 'sent', 12)).toMatchObject({ kind: 'duplicate' });
      expect(await read(subject.store)).toEqual([[15, 0, 0]]);
    });

    it('frees the money of dead owners before it refuses a living one', async () => {
      await using subject = await create();
      await reserve(subject.store, 'dead', 100, [line], 1);
      await subject.pass(5);
      expect(await reserve(subject.store, 'alive', 80)).toMatchObject({ ok: true, counters: [{ reservedNano: 80 }] });
    });

    it('keeps a renewed reservation and says when there is nothing to renew', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 30, [line], 20);
      expect(await subject.store.renew({ tenant: TENANT, id: 'a', leaseMs: 60_000 })).toBe(true);
      await subject.pass(25);
      expect(await subject.store.sweep({ tenant: TENANT })).toEqual({ charged: 0, released: 0 });
      await settle(subject.store, 'a', 1);
      expect(await subject.store.renew({ tenant: TENANT, id: 'a', leaseMs: 60_000 })).toBe(false);
      expect(await subject.store.markSent({ tenant: TENANT, id: 'a' })).toBe(false);
    });

    it('gives out each alert once, to the command that reached it', async () => {
      await using subject = await create();
      const alerting = lineOf('user:u1', 100, { alerts: [50, 80, 100] });
      const crossed = async (id: string, cost: number) => (await settle(subject.store, id, cost, [alerting])).counters.map((counters) => counters.crossed);
      expect(await crossed('a', 49)).toEqual([[]]);
      expect(await crossed('b', 1)).toEqual([[50]]);
      expect(await crossed('c', 60)).toEqual([[80, 100]]);
      expect(await crossed('d', 60)).toEqual([[]]);
      expect((await settle(subject.store, 'e', 50, [lineOf('user:u1', 100, { index: 1, alerts: [50] })])).counters[0]?.crossed).toEqual([50]);
    });

    it('keeps subjects and tenants apart', async () => {
      await using subject = await create();
      await reserve(subject.store, 'a', 100);
      expect(await reserve(subject.store, 'b', 100, [lineOf('user:u2', 100)])).toMatchObject({ ok: true });
      expect(await subject.store.reserve({ tenant: 'other', id: 'a', amountNano: 100, lines: [line], leaseMs: 60_000 })).toMatchObject({ ok: true, isReplay: false });
    });

    it('lets exactly as many through as fit when all ask at the same time', async () => {
      await using subject = await create();
      const outcomes = await Promise.all(Array.from({ length: 50 }, async (_, index) => reserve(subject.store, `r${index}`, 20)));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
      expect(await read(subject.store)).toEqual([[0, 100, 0]]);
    });

    it('counts amounts far beyond 32 bits to the last nano-dollar', async () => {
      await using subject = await create();
      const large = lineOf('large', Number.MAX_SAFE_INTEGER);
      await settle(subject.store, 'a', 9_007_199_254_740_000, [large]);
      expect(await reserve(subject.store, 'b', 992, [large])).toMatchObject({ ok: false });
      expect(await reserve(subject.store, 'c', 991, [large])).toMatchObject({ ok: true });
      await settle(subject.store, 'c', 990, [large]);
      expect(await read(subject.store, [large])).toEqual([[9_007_199_254_740_990, 0, 0]]);
    });

    it('refuses amounts that could not be added exactly', async () => {
      await using subject = await create();
      await expect((async () => reserve(subject.store, 'a', 0.5))()).rejects.toThrow('whole number of nano-USD');
      await expect((async () => settle(subject.store, 'a', Number.NaN))()).rejects.toThrow('whole number of nano-USD');
      await expect((async () => settle(subject.store, 'a', -1))()).rejects.toThrow('whole number of nano-USD');
    });
  });
}
