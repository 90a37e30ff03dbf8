import { nanoToUsd } from '../budget/nano-usd.js';
import type { TokenUsage } from '../prices/token-usage.js';
import type { ResultMeta } from '../trace/result-meta.js';

import type { FlowRequest } from './flow-request.js';

/** The meta of a request as it stands. */
export function buildMeta(request: FlowRequest, nowMs: number): ResultMeta {
  const { records } = request;
  let cost: number | null = 0;
  let ttftMs: number | null = null;
  let isEstimated = false;
  let usage: TokenUsage | null = null;
  for (const record of records) {
    cost = cost === null || record.costNanoUsd === undefined ? null : cost + record.costNanoUsd;
    if (record.usageEstimated === true) isEstimated = true;
    if (record.outcome === 'failed') continue;
    ttftMs ??= record.ttftMs ?? null;
    if (record.usage) usage = usage ? sum(usage, record.usage) : record.usage;
  }
  return {
    requestId: request.id,
    servedBy: request.servedBy,
    group: request.group,
    attempts: records,
    fallbacks: request.fallbacks,
    costUsd: cost === null ? null : nanoToUsd(cost),
    costNanoUsd: cost,
    usage,
    usageEstimated: isEstimated,
    cache: request.cache,
    ...(request.experiment && { experiment: request.experiment }),
    degraded: request.degraded,
    ttftMs,
    durationMs: nowMs - request.startedAt,
    trace: request.trace,
  };
}

function sum(one: TokenUsage, other: TokenUsage): TokenUsage {
  return {
    promptTokens: one.promptTokens + other.promptTokens,
    completionTokens: one.completionTokens + other.completionTokens,
    cachedTokens: (one.cachedTokens ?? 0) + (other.cachedTokens ?? 0),
    reasoningTokens: (one.reasoningTokens ?? 0) + (other.reasoningTokens ?? 0),
  };
}
