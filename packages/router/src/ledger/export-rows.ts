import type { LedgerRow } from './ledger.js';

/** Columns of an export, in order. Costs are whole nano-USD, so that a sum over the file is exact. */
export const EXPORT_COLUMNS = [
  'id', 'request_id', 'attempt', 'opened_at', 'closed_at', 'deployment', 'provider', 'model', 'group', 'reason', 'outcome', 'status', 'error_class',
  'estimated_nano_usd', 'cost_nano_usd', 'is_estimated', 'prompt_tokens', 'completion_tokens', 'cached_tokens', 'cache_write_tokens', 'reasoning_tokens', 'first_token_ms', 'labels',
] as const;

type Cell = string | number | boolean | LedgerRow['labels'] | undefined;

/** One line of JSON for each row, with a line feed after each. */
export function toJsonLines(rows: readonly LedgerRow[]): string {
  return rows.map((row) => `${JSON.stringify(Object.fromEntries(cellsOf(row)))}\n`).join('');
}

/** A table for spreadsheets (RFC 4180). Text that a spreadsheet would run as a formula is made harmless by a leading apostrophe. */
export function toCsv(rows: readonly LedgerRow[]): string {
  const lines = rows.map((row) => cellsOf(row).map(([, cell]) => toCell(cell)).join(','));
  return [EXPORT_COLUMNS.join(','), ...lines].map((line) => `${line}\r\n`).join('');
}

function cellsOf(row: LedgerRow): [name: string, cell: Cell][] {
  const { usage } = row;
  const cells: readonly Cell[] = [
    row.id, row.requestId, row.attempt, iso(row.openedAt), iso(row.closedAt), row.deployment, row.provider, row.model, row.group, row.reason, row.outcome, row.status, row.errorClass,
    row.estimatedNano, row.costNano, row.isEstimated, usage?.promptTokens, usage?.completionTokens, usage?.cachedTokens, usage?.cacheWriteTokens, usage?.reasoningTokens, row.firstTokenMs, row.labels,
  ];
  return EXPORT_COLUMNS.map((name, index) => [name, cells[index]]);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function toCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const plain = typeof cell === 'string' ? cell : JSON.stringify(cell);
  const text = /^[=+\-@\t\r\n]/u.test(plain) ? `'${plain}` : plain;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
