import type { AttemptEnd, AttemptStart, LedgerRow } from './ledger.js';

/** Field by field: spreading two objects takes ten times as long, and this is on the way of every attempt. */
export function rowOf(start: AttemptStart, end: AttemptEnd, openedAt: number, closedAt: number): LedgerRow {
  const row: { -readonly [field in keyof LedgerRow]: LedgerRow[field] } = {
    id: start.id,
    requestId: start.requestId,
    attempt: start.attempt,
    deployment: start.deployment,
    provider: start.provider,
    model: start.model,
    group: start.group,
    reason: start.reason,
    labels: start.labels,
    estimatedNano: start.estimatedNano,
    openedAt,
    closedAt,
    outcome: end.outcome,
    costNano: end.costNano,
    isEstimated: end.isEstimated,
  };
  if (end.usage !== undefined) row.usage = end.usage;
  if (end.status !== undefined) row.status = end.status;
  if (end.errorClass !== undefined) row.errorClass = end.errorClass;
  if (end.firstTokenMs !== undefined) row.firstTokenMs = end.firstTokenMs;
  return row;
}
