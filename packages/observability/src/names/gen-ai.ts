/**
 * Every name of the GenAI conventions that is written anywhere, and our own beside them.
 *
 * The conventions left the main OpenTelemetry semantic conventions after v1.41 and move on in a repository of their
 * own; both sets of names are in use. What differs is written twice unless the setup says `genaiSemconv: 'v1.41'`.
 */
export const GEN_AI = {
  operationName: 'gen_ai.operation.name',
  providerName: 'gen_ai.provider.name',
  /** The name of `gen_ai.provider.name` before v1.37, still read by dashboards. */
  system: 'gen_ai.system',
  conversationId: 'gen_ai.conversation.id',
  promptName: 'gen_ai.prompt.name',
  promptVersion: 'gen_ai.prompt.version',
  outputType: 'gen_ai.output.type',
  request: {
    model: 'gen_ai.request.model',
    maxTokens: 'gen_ai.request.max_tokens',
    temperature: 'gen_ai.request.temperature',
    topP: 'gen_ai.request.top_p',
    topK: 'gen_ai.request.top_k',
    frequencyPenalty: 'gen_ai.request.frequency_penalty',
    presencePenalty: 'gen_ai.request.presence_penalty',
    seed: 'gen_ai.request.seed',
    stopSequences: 'gen_ai.request.stop_sequences',
    choiceCount: 'gen_ai.request.choice.count',
    stream: 'gen_ai.request.stream',
    reasoningLevel: 'gen_ai.request.reasoning.level',
    previousResponseId: 'gen_ai.request.previous_response.id',
  },
  response: {
    id: 'gen_ai.response.id',
    model: 'gen_ai.response.model',
    finishReasons: 'gen_ai.response.finish_reasons',
    /** Seconds. */
    timeToFirstChunk: 'gen_ai.response.time_to_first_chunk',
  },
  usage: {
    /** Cached tokens included. */
    inputTokens: 'gen_ai.usage.input_tokens',
    /** Reasoning tokens included. */
    outputTokens: 'gen_ai.usage.output_tokens',
    cacheReadTokens: 'gen_ai.usage.cache_read.input_tokens',
    /** v1.41. */
    cacheCreationTokens: 'gen_ai.usage.cache_creation.input_tokens',
    /** Newest. */
    cacheWriteTokens: 'gen_ai.usage.cache_write.input_tokens',
    reasoningTokens: 'gen_ai.usage.reasoning.output_tokens',
    /** Read by Langfuse; no convention has a name for cost. */
    cost: 'gen_ai.usage.cost',
  },
  /** Read by Logfire's interface. USD. */
  operationCost: 'operation.cost',
  content: {
    inputMessages: 'gen_ai.input.messages',
    outputMessages: 'gen_ai.output.messages',
    systemInstructions: 'gen_ai.system_instructions',
    toolDefinitions: 'gen_ai.tool.definitions',
    toolArguments: 'gen_ai.tool.call.arguments',
    toolResult: 'gen_ai.tool.call.result',
  },
  tool: { name: 'gen_ai.tool.name', callId: 'gen_ai.tool.call.id', type: 'gen_ai.tool.type' },
  token: { type: 'gen_ai.token.type', modality: 'gen_ai.token.modality' },
  evaluation: {
    event: 'gen_ai.evaluation.result',
    name: 'gen_ai.evaluation.name',
    scoreValue: 'gen_ai.evaluation.score.value',
    scoreLabel: 'gen_ai.evaluation.score.label',
    explanation: 'gen_ai.evaluation.explanation',
  },
  event: {
    operationException: 'gen_ai.client.operation.exception',
    operationDetails: 'gen_ai.client.inference.operation.details',
  },
  metric: {
    /** v1.41. */
    operationDuration: 'gen_ai.client.operation.duration',
    /** Newest. */
    inferenceDuration: 'gen_ai.client.inference.duration',
    timeToFirstChunk: 'gen_ai.client.operation.time_to_first_chunk',
    timePerOutputChunk: 'gen_ai.client.operation.time_per_output_chunk',
    /** v1.41. */
    tokenUsage: 'gen_ai.client.token.usage',
    /** Newest. */
    inputTokens: 'gen_ai.client.inference.operation.input_tokens',
    /** Newest. */
    outputTokens: 'gen_ai.client.inference.operation.output_tokens',
    usage: {
      input: 'gen_ai.client.inference.usage.input_tokens',
      output: 'gen_ai.client.inference.usage.output_tokens',
      cacheRead: 'gen_ai.client.inference.usage.cache_read.input_tokens',
      cacheWrite: 'gen_ai.client.inference.usage.cache_write.input_tokens',
      reasoning: 'gen_ai.client.inference.usage.reasoning.output_tokens',
    },
  },
} as const;

/** Our own names, where no convention has one. */
export const LLM = {
  router: {
    policy: 'llm.router.policy',
    route: 'llm.router.route',
    candidates: 'llm.router.candidates',
    selectedProvider: 'llm.router.selected.provider',
    selectedModel: 'llm.router.selected.model',
    attempts: 'llm.router.attempts',
    /** Of one attempt: 1, 2, … */
    attempt: 'llm.router.attempt',
    fallbackReason: 'llm.router.fallback.reason',
    cacheHit: 'llm.router.cache.hit',
    budgetRemainingUsd: 'llm.router.budget.remaining_usd',
    /** Of one attempt: the entry of the configuration it goes to. */
    deployment: 'llm.router.deployment',
    /** Of one attempt: `first`, `retry`, `sibling`, `rotate-key`, `fallback`, `hedge` or `continuation`. */
    attemptReason: 'llm.router.attempt.reason',
  },
  structured: {
    schemaName: 'llm.structured.schema.name',
    schemaHash: 'llm.structured.schema.hash',
    /** `json_schema`, `tool` or `prompt`. */
    strategy: 'llm.structured.strategy',
    attempts: 'llm.structured.attempts',
    /** Of one request to a model: the attempt that it was made for, 1, 2, … */
    attempt: 'llm.structured.attempt',
    /** Whether an equal call, under way elsewhere, gave the answer. */
    shared: 'llm.structured.shared',
    valid: 'llm.structured.valid',
    repaired: 'llm.structured.repaired',
    repairStrategy: 'llm.structured.repair.strategy',
    errorCount: 'llm.structured.error.count',
    errorPaths: 'llm.structured.error.paths',
    /** Of the event: why the attempt failed, such as `validation` or `unparseable`. */
    errorKind: 'llm.structured.error.kind',
    /** Of the event: codes of what was wrong, such as `invalid_type`. */
    errorCodes: 'llm.structured.error.codes',
    validationFailedEvent: 'llm.structured.validation_failed',
  },
} as const;

/** Values of `gen_ai.operation.name`. */
export type GenAiOperation =
  | 'chat'
  | 'text_completion'
  | 'embeddings'
  | 'generate_content'
  | 'execute_tool'
  | 'invoke_agent'
  | 'retrieval';

/** Values of `gen_ai.provider.name` that the conventions know; others are allowed. */
export const GEN_AI_PROVIDERS = [
  'openai',
  'anthropic',
  'aws.bedrock',
  'azure.ai.openai',
  'azure.ai.inference',
  'gcp.gemini',
  'gcp.vertex_ai',
  'mistral_ai',
  'groq',
  'deepseek',
  'cohere',
  'x_ai',
  'perplexity',
  'moonshot_ai',
] as const;
