export { flush, isLogfireEnabled, keyedHash, pinoMixin, shutdown, withBaggage, withhold, withoutTraceparent } from './context.js';
export { type FastifyLike, type FastifyReplyLike, type FastifyRequestLike } from './fastify-like.js';
export { forTests, type SeenLog, type SeenSpan, type TestTelemetry } from './for-tests.js';
export { llmInputOf, llmOutputOf, llmRequestOf, llmResponseOf } from './gen-ai/chat-completions.js';
export { type LlmContent, type LlmMessage, type LlmRequest, type LlmResponse, type LlmUsage } from './gen-ai/llm-request.js';
export { llmSpan, type LlmSpan, type ManualLlmSpan, startLlmSpan } from './gen-ai/llm-span.js';
export { providerAt, providerName, serverPlaceOf, type ServerPlace } from './gen-ai/provider-name.js';
export { type Evaluation, recordEvaluation, type RoutedRequest, routerSpan, type ToolCall, toolSpan } from './gen-ai/tool-span.js';
export { type LevelName, LEVELS } from './levels.js';
export { type AttributeMap, type Attributes, type LogfireSpan, type ManualSpan, type SpanKindName, type SpanOptions } from './logfire-span.js';
export { debug, error, fatal, info, log, notice, warn } from './log.js';
export { metrics } from './metrics/catalogue.js';
export {
  type Counter,
  createCounter,
  createGauge,
  createHistogram,
  createUpDownCounter,
  type Gauge,
  type Histogram,
  type InstrumentDefinition,
  type InstrumentKind,
  type InstrumentOptions,
  type Labels,
  type UpDownCounter,
} from './metrics/instrument.js';
export { GEN_AI, GEN_AI_PROVIDERS, type GenAiOperation, LLM } from './names/gen-ai.js';
export { recordModel, recordValidation, type ValidationIssue, type ValidationResult } from './record-model.js';
export { type ContentCapture, type TraceIds, type ValidationRecording } from './runtime.js';
export { protectSecrets, scrub } from './scrub.js';
export { type ScrubberOptions } from './scrub/scrubber.js';
export { type OnScrub, type ScrubMatch } from './scrub/text-scrubber.js';
export { type Destination } from './sdk/settings.js';
export { type LogfireHandle, setupLogfire } from './setup-logfire.js';
export { type ConsoleOptions, type Scrubbing, type SetupOptions, type TailSampling, type TextStream } from './setup-options.js';
export { currentSpan, setSpanAttribute, span, startSpan, withSpanAsync } from './span.js';
export { TRACES_ITSELF, tracesItself } from './traces-itself.js';
