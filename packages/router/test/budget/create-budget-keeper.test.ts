import { describe, expect, it } from '@jest/globals';

import type { BudgetDefinition } from '../../src/budget/budget-definition.js';
import type { BudgetAlert, BudgetHold, HoldOutcome } from '../../src/budget/budget-keeper.js';
import { createBudgetKeeper } from '../../src/budget/create-budget-keeper.js';
import { createMemoryBudgetStore } from '../../src/budget/memory-budget-store.js';
import { usdToNano } from '../../src/budget/nano-usd.js';

function holdOf(outcome: HoldOutcome): BudgetHold {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.refusal.reason}`);
  return outcome.hold;
}

function keeperAt(moment: string, definitions: readonly BudgetDefinition[]) {
  let time = Date.parse(moment);
  const alerts: BudgetAlert[] = [];
  const store = createMemoryBudgetStore({ now: () => time });
  return {
    alerts, store,
    keeper: createBudgetKeeper({ store, definitions, now: () => time, onAlert: (alert) => alerts.push(alert) }),
    setClock: (next: string) => { time = Date.parse(next); },
    pass: (ms: number) => { time += ms; },
  };
}

const CENT = usdToNano(0.01);

describe('createBudgetKeeper', () => {
  it('refuses with the budget, what was spent, the limit and the time of the reset', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', scope: { user: 'u1' }, limitNano: 2 * CENT }]);
    await keeper.charge({ labels: { user: 'u1' }, amountNano: 2 * CENT });
    expect(await keeper.reserve({ labels: { user: 'u1' }, amountNano: 1 })).toMatchObject({
      ok: false,
      refusal: { reason: 'exceeded', requestedNano: 1, status: { budgetId: 'user', subject: 'user=u1', spentNano: 2 * CENT, limitNano: 2 * CENT, resetAtMs: Date.parse('2026-12-01T00:00:00Z') } },
    });
  });

  it('keeps users apart and leaves requests alone that fall under no budget', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', scope: { user: '*' }, limitNano: 10 }, { id: 'team', scope: { user: '*', team: 't1' }, limitNano: 5 }]);
    const outcomes = await Promise.all([{ user: 'u1' }, { user: 'u1' }, { user: 'u2' }, { team: 't1' }, {}, { user: '' }].map(async (labels) => keeper.reserve({ labels, amountNano: 10 })));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true, true, true, true]);
    expect(await keeper.reserve({ labels: { user: 'u3', team: 't1' }, amountNano: 6 })).toMatchObject({ ok: false, refusal: { status: { budgetId: 'team', subject: 'team=t1&user=u3' } } });
    expect(await keeper.status({ user: 'u3', team: 't1' })).toMatchObject([{ reservedNano: 0 }, { reservedNano: 0 }]);
  });

  it('does not mix subjects whose names hold separators', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'pair', scope: { a: '*', b: '*' }, limitNano: 1 }]);
    expect(await keeper.reserve({ labels: { a: 'x&b=y', b: 'z' }, amountNano: 1 })).toMatchObject({ ok: true });
    expect(await keeper.reserve({ labels: { a: 'x', b: 'y&b=z' }, amountNano: 1 })).toMatchObject({ ok: true });
  });

  it('charges a calendar month, not so many days after the first use', async () => {
    const { keeper, setClock } = keeperAt('2026-01-01T00:00:00Z', [{ id: 'user', limitNano: 2 * CENT }]);
    const spend = async () => {
      const outcome = await keeper.reserve({ labels: {}, amountNano: 2 * CENT });
      if (outcome.ok) await outcome.hold.settle(2 * CENT);
      return outcome.ok;
    };
    expect(await spend()).toBe(true);
    setClock('2026-01-30T00:00:00Z');
    expect(await spend()).toBe(false);
    setClock('2026-02-01T00:00:00Z');
    expect(await spend()).toBe(true);
  });

  it('charges the window of the reservation when the request ends after the turn', async () => {
    const { keeper, store, setClock } = keeperAt('2026-11-30T23:59:59.900Z', [{ id: 'user', limitNano: 100 }]);
    const hold = holdOf(await keeper.reserve({ labels: {}, amountNano: 20 }));
    const [november] = await keeper.status({});
    setClock('2026-12-01T00:00:00.100Z');
    await hold.settle(20);
    const [december] = await keeper.status({});
    expect([november?.windowLabel, december?.windowLabel, december?.spentNano]).toEqual(['2026-11', '2026-12', 0]);
    expect(store.read({ tenant: 'all', lines: [{ account: 'user:', index: 0, label: '2026-11', limitNano: 100, alerts: [], keepMs: 1 }] })).toMatchObject([{ spentNano: 20, reservedNano: 0 }]);
  });

  it('raises a limit until the increase ends, for its subject only', async () => {
    const start = Date.parse('2026-11-22T12:00:00Z');
    const { keeper, pass } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', scope: { user: '*' }, limitNano: 20, increases: [{ amountNano: 40, untilMs: start + 1_000, subject: 'user=u1' }] }]);
    const spend = async (user: string) => {
      const outcome = await keeper.reserve({ labels: { user }, amountNano: 20 });
      if (outcome.ok) await outcome.hold.settle(20);
      return outcome.ok;
    };
    expect([await spend('u1'), await spend('u1'), await spend('u2'), await spend('u2')]).toEqual([true, true, true, false]);
    pass(1_001);
    expect(await spend('u1')).toBe(false);
  });

  it('raises each alert once, with where the budget stands, and bears a listener that throws', async () => {
    const { keeper, alerts, store } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', limitNano: 100 }]);
    for (let spent = 0; spent < 110; spent += 10) await keeper.charge({ labels: {}, amountNano: 10 });
    expect(alerts.map(({ percent, status }) => [percent, status.spentNano])).toEqual([[50, 50], [80, 80], [95, 100], [100, 100]]);
    const throwing = createBudgetKeeper({ store, definitions: [{ id: 'other', limitNano: 1 }], onAlert: () => { throw new Error('mail server down'); } });
    expect(await throwing.charge({ labels: {}, amountNano: 1 })).toMatchObject({ kind: 'late' });
  });

  it('asks for a cheaper chain from the soft limit on', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', limitNano: 100, softAt: 0.8 }]);
    expect(holdOf(await keeper.reserve({ labels: {}, amountNano: 79 })).soft).toEqual([]);
    expect(holdOf(await keeper.reserve({ labels: {}, amountNano: 1 })).soft).toMatchObject([{ budgetId: 'user', isSoft: true }]);
  });

  it('says when the money will be gone at this speed, and nothing when it lasts', async () => {
    const { keeper, setClock } = keeperAt('2026-11-01T00:00:00Z', [{ id: 'user', limitNano: 100 }]);
    setClock('2026-11-11T00:00:00Z');
    await keeper.charge({ labels: {}, amountNano: 20 });
    expect((await keeper.status({}))[0]).not.toHaveProperty('exhaustedAtMs');
    await keeper.charge({ labels: {}, amountNano: 30 });
    expect((await keeper.status({}))[0]?.exhaustedAtMs).toBe(Date.parse('2026-11-21T00:00:00Z'));
  });

  it('ends a hold once, whichever way is taken first', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', limitNano: 100 }]);
    const hold = holdOf(await keeper.reserve({ labels: {}, amountNano: 50 }));
    hold.markSent();
    expect([(await hold.settle(20)).kind, (await hold.settle(20)).kind, (await hold.release()).kind]).toEqual(['settled', 'duplicate', 'duplicate']);
    expect(await keeper.status({})).toMatchObject([{ spentNano: 20, reservedNano: 0 }]);
  });

  it('keeps a hold alive while its process lives', async () => {
    const store = createMemoryBudgetStore();
    const renewed: string[] = [];
    let seen: () => void = () => undefined;
    const beat = new Promise<void>((resolve) => { seen = resolve; });
    const keeper = createBudgetKeeper({
      definitions: [{ id: 'user', limitNano: 100 }], leaseMs: 30,
      store: { ...store, renew: (command) => { renewed.push(command.id); seen(); return store.renew(command); } },
    });
    const hold = holdOf(await keeper.reserve({ labels: {}, amountNano: 50, id: 'long' }));
    await beat;
    await hold.settle(1);
    expect(renewed[0]).toBe('long');
    await keeper.close();
  });

  it('shows every budget without a wildcard from the start, and users when they come', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'all', limitNano: 100 }, { id: 'user', scope: { user: '*' }, limitNano: 10 }]);
    await keeper.charge({ labels: { user: 'u1' }, amountNano: 3 });
    expect((await keeper.recent()).map(({ budgetId, subject, spentNano }) => [budgetId, subject, spentNano])).toEqual([['all', '', 3], ['user', 'user=u1', 3]]);
  });

  it('takes over new definitions and keeps what was spent', async () => {
    const { keeper } = keeperAt('2026-11-22T12:00:00Z', [{ id: 'user', limitNano: 100 }]);
    await keeper.charge({ labels: {}, amountNano: 30 });
    keeper.redefine([{ id: 'user', limitNano: 40 }]);
    expect(await keeper.status({})).toMatchObject([{ spentNano: 30, remainingNano: 10 }]);
  });

  it.each([
    [{ id: 'a', limitNano: -1 }, 'Limit of budget "a"'],
    [{ id: 'a', limitNano: 1, timeZone: 'Mars/Olympus' }, 'Time zone of budget "a" is unknown: Mars/Olympus'],
    [{ id: 'a', limitNano: 1, softAt: 2 }, 'softAt of budget "a"'],
    [{ id: 'a', limitNano: 1, alerts: [0.5] }, 'Alerts of budget "a"'],
    [{ id: '', limitNano: 1 }, 'id of a budget'],
  ] satisfies [BudgetDefinition, string][])('refuses a definition that cannot be meant: %j', (definition, message) => {
    expect(() => createBudgetKeeper({ store: createMemoryBudgetStore(), definitions: [definition] })).toThrow(message);
  });
});
