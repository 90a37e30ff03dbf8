import type { UsageTotals } from './usage.js';

/** What all attempts together may use. */
export interface SpendingLimits {
  readonly maxTotalTokens: number | undefined;
  readonly maxCostUsd: number | undefined;
}

/**
 * Which limit another attempt would pass, if it used what the last one did.
 *
 * @returns Words for the error, or `undefined` when there is room.
 */
export function limitPassedBy(total: UsageTotals, last: UsageTotals | undefined, { maxTotalTokens, maxCostUsd }: SpendingLimits): string | undefined {
  if (maxTotalTokens !== undefined && total.total_tokens + (last?.total_tokens ?? 0) > maxTotalTokens) {
    return `maxTotalTokens (${maxTotalTokens}; ${total.total_tokens} used)`;
  }
  if (maxCostUsd === undefined) return undefined;
  // What costs nobody knows what must not be bought again.
  if (total.cost_usd === undefined || (last && last.cost_usd === undefined)) return `maxCostUsd (${maxCostUsd}): neither the provider nor \`pricing\` tells the cost`;
  return total.cost_usd + (last?.cost_usd ?? 0) > maxCostUsd ? `maxCostUsd (${maxCostUsd}; ${total.cost_usd} spent)` : undefined;
}
