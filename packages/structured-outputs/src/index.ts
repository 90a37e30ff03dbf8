export { type Check, type CheckContext, type CheckFinding } from './checks/check.js';
export { cites, type CitesOptions } from './checks/cites.js';
export { llmCheck, type LlmCheckOptions } from './checks/llm-check.js';
export { maybe, type Maybe } from './checks/maybe.js';
export { type ChatClient, type ChatMessage, type ChatParams } from './client/chat-client.js';
export { type AnswerMessage, type CalledFunction, type Choice, type Completion, type CompletionUsage, type ToolCall } from './client/completion.js';
export { type StructuredEventName, type StructuredEvents, type StructuredListener } from './client/events.js';
export { type AttemptRecord, type CallMeta, metaOf } from './client/meta.js';
export { type CallOptions, type CallSettings, type EscalationStep, type WrapOptions } from './client/options.js';
export {
  type AnyStructuredParams,
  type OrFallback,
  type OutputOf,
  type PlainClient,
  type StructuredClient,
  type StructuredCompletions,
  type StructuredCreate,
  type StructuredParams,
  type WithMeta,
} from './client/structured-client.js';
export {
  AbortedError,
  BudgetError,
  ContentFilterError,
  DeadlineError,
  DisabledError,
  type DisabledReason,
  EngineError,
  RefusalError,
  SchemaUnsupportedError,
  TransportError,
  type TransportErrorOptions,
  TruncatedOutputError,
  UnparseableOutputError,
  ValidationFailedError,
} from './errors/errors.js';
export { type AnswerIssue } from './errors/issue.js';
export { ERROR_KINDS, type ErrorKind, type SoftKind } from './errors/kind.js';
export { type CapturedText, StructuredOutputError, type StructuredOutputErrorJson, type StructuredOutputErrorOptions } from './errors/structured-output-error.js';
export { type CreateOpenRouterOptions, type CreateOptions } from './factory/create-options.js';
export { InstructorClientFactory } from './factory/instructor-client-factory.js';
export { type Backoff } from './limits/backoff.js';
export { type Pricing, type UsageTotals } from './limits/usage.js';
export { type ResponseModel } from './model/response-model.js';
export { type Upgraded, upgradeStored } from './model/upgrade-stored.js';
export { type Repair, type RepairCode, type RepairPolicy, REPAIRS } from './read/repair.js';
export { type Schema } from './read/validate.js';
export { type DeepPartial, type PartialEvent } from './stream/partial-events.js';
export { schemaFingerprint } from './wire/fingerprint.js';
export { lintSchema, type WireFinding, type WireFindingCode } from './wire/lint.js';
export { type Mode, MODES } from './wire/mode.js';
export { PROMPT_VERSION } from './wire/prompts.js';
export { wrap } from './wrap.js';
