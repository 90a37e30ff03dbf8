import { assertNanoUsd } from '../budget/nano-usd.js';

import type { AttemptStart, Ledger, LedgerRow, LedgerSink, OpenAttempt } from './ledger.js';
import { createRing } from './ring.js';
import { rowOf } from './row-of.js';
import { addRow, createTotalsByName, emptyTotals, type TotalsByName } from './totals.js';

/** How attempts are recorded. */
export interface LedgerOptions {
  /**
   * Rows kept in memory; sums keep counting when older rows are gone.
   * @default 10_000
   */
  readonly maxRows?: number;
  /** Receives every row. */
  readonly sink?: LedgerSink;
  /**
   * Names in each breakdown; the rest is summed as `(other)`.
   * @default 1_000
   */
  readonly maxNames?: number;
  /** @default Date.now */
  readonly now?: () => number;
}

const DEFAULTS = { maxRows: 10_000, maxNames: 1_000 } as const;

/** Label names with a breakdown at most; there are a handful in practice. */
const MAX_LABEL_NAMES = 20;

/** Rows on their way to the sink at most; a sink that hangs must not collect them all. */
const MAX_PENDING = 10_000;

/** Makes an empty ledger. */
export function createLedger(options: LedgerOptions = {}): Ledger {
  const { maxRows, maxNames, sink } = { ...DEFAULTS, ...options };
  const { now = Date.now } = options;
  const rows = createRing<LedgerRow>(maxRows);
  const open = new Map<OpenAttempt, AttemptStart>();
  const total = emptyTotals();
  const models = createTotalsByName(maxNames);
  const deployments = createTotalsByName(maxNames);
  const labels = new Map<string, TotalsByName>();
  const pending = new Set<Promise<void>>();
  let sinkFailures = 0;

  const deliver = (row: LedgerRow) => {
    if (!sink) return;
    if (pending.size >= MAX_PENDING) {
      sinkFailures += 1;
      return;
    }
    try {
      const writing = sink.write(row);
      if (!(writing instanceof Promise)) return;
      const done = writing.catch(() => { sinkFailures += 1; }).finally(() => pending.delete(done));
      pending.add(done);
    } catch {
      sinkFailures += 1;
    }
  };
  const addToLabels = (row: LedgerRow) => {
    for (const [name, value] of Object.entries(row.labels)) {
      let values = labels.get(name);
      if (!values && labels.size < MAX_LABEL_NAMES) {
        values = createTotalsByName(maxNames);
        labels.set(name, values);
      }
      values?.add(value ?? '', row);
    }
  };

  const record = (row: LedgerRow) => {
    rows.push(row);
    addRow(total, row);
    models.add(row.model, row);
    deployments.add(row.deployment, row);
    addToLabels(row);
    deliver(row);
  };

  return {
    open(start) {
      const openedAt = now();
      const attempt: OpenAttempt = {
        close(end) {
          assertNanoUsd(end.costNano, 'Cost of an attempt');
          if (!open.delete(attempt)) return false;
          record(rowOf(start, end, openedAt, now()));
          return true;
        },
      };
      open.set(attempt, start);
      return attempt;
    },
    rows: () => rows.read(),
    usage: () => ({
      total: { ...total },
      models: models.read(),
      deployments: deployments.read(),
      labels: Object.fromEntries([...labels].map(([name, values]) => [name, values.read()])),
      open: open.size,
      sinkFailures,
    }),
    async close() {
      for (const [attempt, { estimatedNano }] of open) attempt.close({ outcome: 'abandoned', costNano: estimatedNano, isEstimated: true });
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
