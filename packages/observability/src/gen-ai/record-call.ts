import { metrics } from '../metrics/catalogue.js';
import type { InstrumentDefinition, Labels } from '../metrics/instrument.js';
import { COMMON } from '../names/attributes.js';
import { GEN_AI } from '../names/gen-ai.js';
import type { Runtime } from '../runtime.js';
import type { LlmRequest, LlmResponse } from './llm-request.js';

/** One call to a model that has ended. */
export interface FinishedCall {
  readonly operation: string;
  readonly provider: string;
  readonly model: string;
  readonly request: LlmRequest;
  readonly response: LlmResponse;
  /** Undefined when it succeeded. */
  readonly errorType: string | undefined;
  readonly seconds: number;
  readonly firstChunkSeconds: number | undefined;
  readonly chunkGaps: readonly number[];
}

/** Measures one call under the names of v1.41 and, unless the setup says otherwise, under the newest ones. */
export function recordCall(runtime: Runtime, { operation, provider, model, request, response, errorType, seconds, firstChunkSeconds, chunkGaps }: FinishedCall): void {
  const { genAi, llm } = metrics;
  const labels: Labels = {
    [GEN_AI.operationName]: operation,
    [GEN_AI.providerName]: provider,
    [GEN_AI.request.model]: model,
    [GEN_AI.response.model]: response.model,
    [COMMON.errorType]: errorType,
    [COMMON.serverAddress]: request.serverAddress,
  };
  const measure = ({ definition }: { readonly definition: InstrumentDefinition }, value: number | undefined, more?: Labels) => {
    if (value !== undefined) runtime.measure(definition, value, more === undefined ? labels : { ...labels, ...more });
  };
  const { usage = {} } = response;

  measure(genAi.operationDuration, seconds);
  measure(genAi.timeToFirstChunk, firstChunkSeconds);
  for (const gap of chunkGaps) measure(genAi.timePerOutputChunk, gap);
  measure(genAi.tokenUsage, usage.inputTokens, { [GEN_AI.token.type]: 'input' });
  measure(genAi.tokenUsage, usage.outputTokens, { [GEN_AI.token.type]: 'output' });

  if (runtime.emitsNewestNames) {
    if (operation === 'chat' || operation === 'text_completion' || operation === 'generate_content') measure(genAi.inferenceDuration, seconds);
    measure(genAi.inputTokens, usage.inputTokens);
    measure(genAi.outputTokens, usage.outputTokens);
    // A failed call is seen as well: with 0 tokens of a kind that nobody knows.
    const modality = { [GEN_AI.token.modality]: errorType === undefined ? 'text' : 'unknown' };
    const orNone = (count: number | undefined) => (errorType === undefined ? count : (count ?? 0));
    measure(genAi.usage.input, orNone(usage.inputTokens), modality);
    measure(genAi.usage.output, orNone(usage.outputTokens), modality);
    measure(genAi.usage.cacheRead, usage.cacheReadTokens, modality);
    measure(genAi.usage.cacheWrite, usage.cacheWriteTokens, modality);
    measure(genAi.usage.reasoning, usage.reasoningTokens, modality);
  }
  const who = { provider, model: response.model ?? model };
  if (response.costUsd !== undefined) runtime.measure(llm.cost.definition, response.costUsd, { ...who, route: request.route });
  for (const reason of response.finishReasons ?? []) runtime.measure(llm.finished.definition, 1, { ...who, finish_reason: reason });
}
