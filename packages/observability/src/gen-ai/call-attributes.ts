import { COMMON } from '../names/attributes.js';
import { GEN_AI, LLM } from '../names/gen-ai.js';

import type { LlmRequest, LlmResponse } from './llm-request.js';

/** What is known of a call before it begins; what is not known is not said. */
export function requestAttributes(request: LlmRequest): Record<string, unknown> {
  const { operation = 'chat', provider, model, choiceCount } = request;
  const { request: names } = GEN_AI;
  return {
    [GEN_AI.operationName]: operation,
    [GEN_AI.providerName]: provider,
    [GEN_AI.system]: provider,
    [names.model]: model,
    [COMMON.serverAddress]: request.serverAddress,
    [COMMON.serverPort]: request.serverPort,
    [names.maxTokens]: request.maxTokens,
    [names.temperature]: request.temperature,
    [names.topP]: request.topP,
    [names.topK]: request.topK,
    [names.frequencyPenalty]: request.frequencyPenalty,
    [names.presencePenalty]: request.presencePenalty,
    [names.seed]: request.seed,
    [names.stopSequences]: request.stopSequences,
    [names.choiceCount]: choiceCount === 1 ? undefined : choiceCount,
    [names.stream]: request.isStream === true ? true : undefined,
    [names.reasoningLevel]: request.reasoningLevel,
    [names.previousResponseId]: request.previousResponseId,
    [GEN_AI.outputType]: request.outputType,
    [GEN_AI.conversationId]: request.conversationId,
    [GEN_AI.promptName]: request.promptName,
    [GEN_AI.promptVersion]: request.promptVersion,
    [LLM.router.route]: request.route,
    [LLM.router.attempt]: request.attempt,
  };
}

/** What is known of an answer. */
export function responseAttributes({ id, model, finishReasons, usage, costUsd }: LlmResponse, withNewest: boolean): Record<string, unknown> {
  return {
    [GEN_AI.response.id]: id,
    [GEN_AI.response.model]: model,
    [GEN_AI.response.finishReasons]: finishReasons,
    [GEN_AI.usage.inputTokens]: usage?.inputTokens,
    [GEN_AI.usage.outputTokens]: usage?.outputTokens,
    [GEN_AI.usage.cacheReadTokens]: usage?.cacheReadTokens,
    [GEN_AI.usage.cacheCreationTokens]: usage?.cacheWriteTokens,
    ...(withNewest && { [GEN_AI.usage.cacheWriteTokens]: usage?.cacheWriteTokens }),
    [GEN_AI.usage.reasoningTokens]: usage?.reasoningTokens,
    [GEN_AI.operationCost]: costUsd,
    [GEN_AI.usage.cost]: costUsd,
  };
}
