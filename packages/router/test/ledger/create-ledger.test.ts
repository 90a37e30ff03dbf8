import { describe, expect, it } from '@jest/globals';

import { createRandom } from '@discord-intelligence/testing/random';

import { createLedger } from '../../src/ledger/create-ledger.js';
import { EXPORT_COLUMNS, toCsv, toJsonLines } from '../../src/ledger/export-rows.js';
import type { AttemptStart, LedgerRow } from '../../src/ledger/ledger.js';

function attempt(id: string, change: Partial<AttemptStart> = {}): AttemptStart {
  return { id, requestId: 'q', attempt: 1, deployment: 'a', provider: 'p', model: 'm', group: 'g', reason: 'first', labels: { user: 'u1' }, estimatedNano: 100, ...change };
}

describe('createLedger', () => {
  it('counts an attempt once, when it is closed', () => {
    const ledger = createLedger({ now: () => 1_000 });
    const open = ledger.open(attempt('1'));
    expect(ledger.usage()).toMatchObject({ open: 1, total: { attempts: 0 } });
    expect(open.close({ outcome: 'success', costNano: 25, isEstimated: false, usage: { promptTokens: 10, completionTokens: 5, cachedTokens: 2 } })).toBe(true);
    expect(open.close({ outcome: 'failed', costNano: 99, isEstimated: true })).toBe(false);
    expect(ledger.usage()).toMatchObject({
      open: 0,
      total: { attempts: 1, failures: 0, costNano: 25, promptTokens: 10, completionTokens: 5, cachedTokens: 2 },
      models: { m: { costNano: 25 } },
      labels: { user: { u1: { costNano: 25 } } },
    });
  });

  it('keeps sums that equal the rows to the nano-dollar, in every breakdown', () => {
    const seed = 7;
    const random = createRandom(seed);
    const ledger = createLedger({ maxNames: 5 });
    for (let index = 0; index < 500; index += 1) {
      const open = ledger.open(attempt(String(index), { model: `m${Math.floor(random() * 9)}`, deployment: `d${Math.floor(random() * 3)}`, labels: { user: `u${Math.floor(random() * 9)}` } }));
      open.close({ outcome: random() < 0.5 ? 'success' : 'failed', costNano: Math.floor(random() * 1e9), isEstimated: false });
    }
    const { total, models, deployments, labels } = ledger.usage();
    const sum = (totals: Readonly<Record<string, { readonly costNano: number }>>) => Object.values(totals).reduce((all, { costNano }) => all + costNano, 0);
    const rows = ledger.rows().reduce((all, { costNano }) => all + costNano, 0);
    expect({ seed, sums: [sum(models), sum(deployments), sum(labels.user!), rows] }).toEqual({ seed, sums: Array(4).fill(total.costNano) });
    expect(Object.keys(models)).toHaveLength(6);
  });

  it('keeps the latest rows only, and counts on', () => {
    const ledger = createLedger({ maxRows: 3 });
    for (const id of ['1', '2', '3', '4', '5']) ledger.open(attempt(id)).close({ outcome: 'success', costNano: 1, isEstimated: false });
    expect(ledger.rows().map(({ id }) => id)).toEqual(['3', '4', '5']);
    expect(ledger.usage().total.costNano).toBe(5);
  });

  it('hands every row to the sink, survives its failures, and waits for it at the end', async () => {
    const written: string[] = [];
    const ledger = createLedger({
      sink: {
        write: async ({ id }) => {
          if (id === '2') throw new Error('disk full');
          await Promise.resolve();
          written.push(id);
        },
      },
    });
    for (const id of ['1', '2', '3']) ledger.open(attempt(id)).close({ outcome: 'success', costNano: 1, isEstimated: false });
    await ledger.close();
    expect(written).toEqual(['1', '3']);
    expect(ledger.usage().sinkFailures).toBe(1);
  });

  it('closes what is left open at its estimate', async () => {
    const ledger = createLedger();
    ledger.open(attempt('1', { estimatedNano: 70 }));
    await ledger.close();
    expect(ledger.rows()).toMatchObject([{ outcome: 'abandoned', costNano: 70, isEstimated: true }]);
  });

  it('is not fooled by names of object properties', () => {
    const ledger = createLedger();
    ledger.open(attempt('1', { model: '__proto__', labels: { user: 'constructor' } })).close({ outcome: 'success', costNano: 1, isEstimated: false });
    expect(Object.keys(ledger.usage().models)).toEqual(['__proto__']);
    expect(ledger.usage().labels.user!.constructor).toMatchObject({ costNano: 1 });
  });
});

describe('exports', () => {
  const rows: LedgerRow[] = [
    { ...attempt('1', { model: '=HYPERLINK("http://evil")', labels: { user: '@a,"b"\n' } }), outcome: 'success', costNano: 12_345_678_901, isEstimated: false, usage: { promptTokens: 1, completionTokens: 2 }, openedAt: 0, closedAt: 1_000 },
    { ...attempt('-2+3', { reason: 'retry' }), outcome: 'failed', errorClass: 'rate_limit', status: 429, costNano: 0, isEstimated: true, openedAt: 0, closedAt: 2_000 },
  ];

  it('writes a table that no spreadsheet runs as formulas', () => {
    const csv = toCsv(rows);
    expect(csv.startsWith(`${EXPORT_COLUMNS.join(',')}\r\n`)).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(csv).toContain(`\r\n'-2+3,q,1,1970-01-01T00:00:00.000Z`);
    expect(csv).toContain('12345678901');
    expect(csv).not.toMatch(/(?:^|,)"?[=+@]/mu);
  });

  it('writes one line of JSON for each row', () => {
    const lines = toJsonLines(rows).trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([{ id: '1', cost_nano_usd: 12_345_678_901, labels: { user: '@a,"b"\n' } }, { id: '-2+3', error_class: 'rate_limit', status: 429 }]);
  });
});
