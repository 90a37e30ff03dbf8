import type { AttemptRecord, UsageTotals } from '@discord-intelligence/structured-outputs';

import type { TokenUsage } from '../tool-result.js';

/** What the calls to a language model have cost so far, failed ones too. */
export interface Spending {
  attempts: number;
  usage: TokenUsage | undefined;
  costUsd: number | undefined;
}

/** Nothing yet. */
export function noSpending(): Spending {
  return { attempts: 0, usage: undefined, costUsd: undefined };
}

/** Adds one call. */
export function spend(spending: Spending, attempts: readonly AttemptRecord[], usage: UsageTotals | undefined): void {
  spending.attempts += attempts.length;
  if (usage === undefined) return;
  const { prompt_tokens, completion_tokens, total_tokens } = usage;
  spending.usage = {
    prompt_tokens: (spending.usage?.prompt_tokens ?? 0) + prompt_tokens,
    completion_tokens: (spending.usage?.completion_tokens ?? 0) + completion_tokens,
    total_tokens: (spending.usage?.total_tokens ?? 0) + total_tokens,
  };
  if (usage.cost_usd !== undefined) spending.costUsd = (spending.costUsd ?? 0) + usage.cost_usd;
}

/** As the fields of a result. */
export function spendingFields({ attempts, usage, costUsd }: Spending): { attempts: number; usage?: TokenUsage; cost_usd?: number } {
  return { attempts, ...(usage && { usage }), ...(costUsd !== undefined && { cost_usd: costUsd }) };
}
