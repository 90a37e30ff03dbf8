export { startFakeDiscord } from './discord/start-fake-discord.js';
export type { FakeDiscord, FakeDiscordOptions, MessageOptions } from './discord/fake-discord.js';
export type { RegisteredCommand } from './discord/commands/command-store.js';
export type { GatewayCounts } from './discord/gateway/gateway-server.js';
export type { OptionValue } from './discord/interactions/command-options.js';
export type { FakeChoice, FakeInteraction, FakeModal } from './discord/interactions/fake-interaction.js';
export type { ModalValue } from './discord/interactions/modal-values.js';
export type { Acknowledgement, InteractionPlace } from './discord/interactions/stored-interaction.js';
export type { Where } from './discord/interactions/where.js';
export type { FakeControl, FakeMessage } from './discord/messages/fake-message.js';
export type { StoredFile } from './discord/messages/stored-file.js';
export type { FakeUser } from './discord/people/people.js';
export type { RecordedRequest } from './discord/rest/rest-server.js';
export type { ScriptedFailure } from './discord/rest/scripted-failures.js';
export type { Violation, ViolationRule } from './discord/violation-log.js';
export type { FakeChannel, FakeGuild } from './discord/world.js';
export type { WaitOptions } from './wait/change-signal.js';

export { startFakeOpenAI } from './openai/start-fake-openai.js';
export { chunks, completion, usage } from './openai/completion.js';
export { embeddings } from './openai/embeddings.js';
export { gate } from './openai/gate.js';
export { answer, empty, failure, hang, json, raw, refusal, reset, stalled, stream, text, toolCall, toolCalls, truncated } from './openai/replies.js';
export { SDK_ENVIRONMENT } from './openai/sdk-environment.js';
export { streamText } from './openai/stream-text.js';
export { transcription } from './openai/transcription.js';
export type { ChunkOptions, CompletionContent, ToolCallContent, UsageCounts } from './openai/completion.js';
export type { EmbeddingsOptions } from './openai/embeddings.js';
export type { FakeOpenAI, FakeOpenAIOptions, FakeProvider } from './openai/fake-openai.js';
export type { Gate } from './openai/gate.js';
export type { ProviderCall } from './openai/provider-call.js';
export type { AnswerOptions, ErrorFields, ReplyOptions } from './openai/replies.js';
export type { Endpoint, EndpointReply, Reply, ReplyBody, ReplyFunction, ReplyPlan, StreamStep } from './openai/reply-plan.js';
export type { StreamTextOptions } from './openai/stream-text.js';
export type { TranscriptionOptions, TranscriptionSegment } from './openai/transcription.js';

export { isRedisAvailable, redisSkipReason } from './redis/redis-availability.js';
export { startRedis } from './redis/start-redis.js';
export type { RedisReply } from './redis/redis-command.js';
export type { RedisOptions, RedisServer } from './redis/start-redis.js';

export { temporaryFolder } from './temporary-folder/temporary-folder.js';
export type { TemporaryFolder } from './temporary-folder/temporary-folder.js';

export { startScriptedProvider } from './scripted-provider/start-scripted-provider.js';
export type { ProviderStep, StepBody, StepToolCall, StreamEvent } from './scripted-provider/provider-step.js';
export type { IncomingRequest, ProviderScript, ScriptedProvider, ScriptedProviderOptions } from './scripted-provider/scripted-provider.js';
export type { ScriptedRequest } from './scripted-provider/scripted-request.js';

export { startOtlpReceiver } from './otlp-receiver/start-otlp-receiver.js';
export type { OtlpReceiver, OtlpReceiverOptions, ReceiverBehaviour } from './otlp-receiver/otlp-receiver.js';
export type { AttributeValues, ReceivedExport, ReceivedLog, ReceivedMetric, ReceivedPoint, ReceivedSpan } from './otlp-receiver/received.js';

export { startElasticReceiver } from './elastic-receiver/start-elastic-receiver.js';
export type { ElasticReceiver, ElasticSpan } from './elastic-receiver/start-elastic-receiver.js';

export { ROUTED_ANSWERS } from './routed-models/routed-answers.js';
export { startRoutedModels } from './routed-models/start-routed-models.js';
export type { RoutedModels, RoutedModelsOptions } from './routed-models/start-routed-models.js';
export { startTracedModels } from './routed-models/start-traced-models.js';
export type { TracedModels, TracedModelsOptions } from './routed-models/start-traced-models.js';
