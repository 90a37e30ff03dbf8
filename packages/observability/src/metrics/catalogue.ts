import { COMMON, HTTP } from '../names/attributes.js';
import { GEN_AI } from '../names/gen-ai.js';

import { createCounter, createGauge, createHistogram, createUpDownCounter } from './instrument.js';

/** Seconds of a GenAI call (GenAI conventions, "Generative AI metrics"). */
export const GEN_AI_DURATION_BUCKETS = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92];
/** Tokens of a GenAI call, powers of four (same source). */
export const GEN_AI_TOKEN_BUCKETS = Array.from({ length: 14 }, (_, power) => 4 ** power);
/** Seconds of an HTTP request (HTTP conventions, stable). */
export const HTTP_DURATION_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
/** Seconds of an analysis: from a short text by patterns to a long one by language models. */
const ANALYSIS_BUCKETS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
/** Seconds of an interaction. Discord forgets it after 15 minutes. */
const INTERACTION_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

const CALL_LABELS = [
  GEN_AI.operationName,
  GEN_AI.providerName,
  GEN_AI.request.model,
  GEN_AI.response.model,
  COMMON.errorType,
  COMMON.serverAddress,
];

const seconds = (name: string, description: string, labels = CALL_LABELS) =>
  createHistogram({ name, description, unit: 's', labels, buckets: GEN_AI_DURATION_BUCKETS });
const tokens = (name: string, description: string, labels: readonly string[]) =>
  createHistogram({ name, description, unit: '{token}', labels, buckets: GEN_AI_TOKEN_BUCKETS });
const usage = (name: string, description: string) =>
  createCounter({ name, description, unit: '{token}', labels: [...CALL_LABELS, GEN_AI.token.modality] });

/**
 * Every metric there is, each declared once: the code that measures, the dashboard and the alert rules all read this.
 * The Prometheus exporter adds no unit, so ours have it in the name: `llm.cost.usd` is seen as `llm_cost_usd_total`.
 */
export const metrics = {
  genAi: {
    operationDuration: seconds(GEN_AI.metric.operationDuration, 'Time of one call to a model, v1.41 name.'),
    inferenceDuration: seconds(GEN_AI.metric.inferenceDuration, 'Time of one call to a model, newest name.'),
    timeToFirstChunk: seconds(GEN_AI.metric.timeToFirstChunk, 'Time until the first part of a streamed answer.'),
    timePerOutputChunk: seconds(GEN_AI.metric.timePerOutputChunk, 'Time between parts of a streamed answer.'),
    tokenUsage: tokens(GEN_AI.metric.tokenUsage, 'Tokens of one call, v1.41 name.', [...CALL_LABELS, GEN_AI.token.type]),
    inputTokens: tokens(GEN_AI.metric.inputTokens, 'Input tokens of one call, newest name.', CALL_LABELS),
    outputTokens: tokens(GEN_AI.metric.outputTokens, 'Output tokens of one call, newest name.', CALL_LABELS),
    usage: {
      input: usage(GEN_AI.metric.usage.input, 'Input tokens, cached ones included.'),
      output: usage(GEN_AI.metric.usage.output, 'Output tokens, reasoning included.'),
      cacheRead: usage(GEN_AI.metric.usage.cacheRead, 'Input tokens read from the cache of the provider.'),
      cacheWrite: usage(GEN_AI.metric.usage.cacheWrite, 'Input tokens written to the cache of the provider.'),
      reasoning: usage(GEN_AI.metric.usage.reasoning, 'Output tokens spent on reasoning.'),
    },
  },
  llm: {
    cost: createCounter({ name: 'llm.cost.usd', description: 'Cost of calls with a known price.', unit: 'USD', labels: ['provider', 'model', 'route'] }),
    finished: createCounter({ name: 'llm.finished', description: 'Answers by the reason they ended for.', unit: '{answer}', labels: ['provider', 'model', 'finish_reason'] }),
  },
  router: {
    attempts: createCounter({ name: 'llm.router.attempts', description: 'Calls to providers, retries and fallbacks included.', unit: '{attempt}', labels: ['provider', 'model', 'route', 'outcome'] }),
    requests: createCounter({ name: 'llm.router.requests', description: 'Calls to the router.', unit: '{request}', labels: ['route', 'outcome'] }),
    retries: createCounter({ name: 'llm.router.retries', description: 'Calls made again to the same deployment group.', unit: '{retry}', labels: ['provider', 'model', 'route', 'reason'] }),
    fallbacks: createCounter({ name: 'llm.router.fallbacks', description: 'Calls that moved on to another model.', unit: '{fallback}', labels: ['provider', 'model', 'route', 'reason'] }),
    rateLimited: createCounter({ name: 'llm.router.rate_limited', description: 'Calls that a provider or our own limit refused.', unit: '{refusal}', labels: ['provider', 'model', 'route'] }),
    cacheHits: createCounter({ name: 'llm.router.cache_hits', description: 'Calls answered from the cache.', unit: '{hit}', labels: ['route'] }),
    inflight: createUpDownCounter({ name: 'llm.router.inflight', description: 'Calls to providers that run now.', unit: '{call}', labels: ['provider', 'model'] }),
    circuitState: createGauge({ name: 'llm.router.circuit_state', description: '0 closed, 1 half open, 2 open.', unit: '1', labels: ['provider', 'model', 'deployment'] }),
    budgetRemaining: createGauge({ name: 'llm.router.budget_remaining_usd', description: 'What may still be spent in this period.', unit: 'USD', labels: ['budget'] }),
    budgetLimit: createGauge({ name: 'llm.router.budget_limit_usd', description: 'What may be spent in a whole period.', unit: 'USD', labels: ['budget'] }),
  },
  structured: {
    outputs: createCounter({ name: 'llm.structured.outputs', description: 'Structured outputs: valid, repaired or failed.', unit: '{output}', labels: ['schema_name', 'outcome'] }),
    attempts: createHistogram({ name: 'llm.structured.attempts', description: 'Attempts until an output was accepted or given up.', unit: '{attempt}', labels: ['schema_name'], buckets: [1, 2, 3, 4, 5, 6, 8, 11] }),
  },
  analysis: {
    duration: createHistogram({ name: 'analysis.duration', description: 'Time of one analysis of one text.', unit: 's', labels: ['analysis', 'method', 'status'], buckets: ANALYSIS_BUCKETS }),
  },
  bot: {
    interactionDuration: createHistogram({ name: 'bot.interaction.duration', description: 'Time from a command to the end of its answer.', unit: 's', labels: ['command', 'outcome'], buckets: INTERACTION_BUCKETS }),
    queueWait: createHistogram({ name: 'bot.queue.wait', description: 'Time an analysis waited for its turn.', unit: 's', labels: [], buckets: INTERACTION_BUCKETS }),
    turnedAway: createCounter({ name: 'bot.queue.turned_away', description: 'Commands refused because too many waited.', unit: '{command}', labels: ['command'] }),
  },
  zod: {
    validations: createCounter({ name: 'zod.validations', description: 'Values checked against a schema.', unit: '{validation}', labels: ['schema_name', 'success'] }),
  },
  http: {
    serverDuration: createHistogram({
      name: 'http.server.request.duration',
      description: 'Time of one request to us.',
      unit: 's',
      labels: [HTTP.method, HTTP.route, HTTP.status, HTTP.urlScheme, COMMON.errorType],
      buckets: HTTP_DURATION_BUCKETS,
    }),
  },
  process: {
    eventLoopDelayP50: createGauge({ name: 'nodejs.eventloop.delay.p50', description: 'Median delay of the event loop since the last look.', unit: 's', labels: [] }),
    eventLoopDelayP99: createGauge({ name: 'nodejs.eventloop.delay.p99', description: '99th percentile of the delay of the event loop since the last look.', unit: 's', labels: [] }),
    eventLoopUtilization: createGauge({ name: 'nodejs.eventloop.utilization', description: 'Share of time the event loop was busy since the last look.', unit: '1', labels: [] }),
    heapUsed: createGauge({ name: 'v8js.memory.heap.used', description: 'Heap in use.', unit: 'By', labels: ['v8js.heap.space.name'] }),
    gcDuration: createHistogram({ name: 'v8js.gc.duration', description: 'Time of one garbage collection.', unit: 's', labels: ['v8js.gc.type'], buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1] }),
  },
  telemetry: {
    /** Names of the OpenTelemetry SDK's own metrics, so that its dashboards fit. */
    spansProcessed: createCounter({ name: 'otel.sdk.processor.span.processed', description: 'Spans handed on for export, or dropped (error_type).', unit: '{span}', labels: ['error.type', 'otel.component.name'] }),
    spansExported: createCounter({ name: 'otel.sdk.exporter.span.exported', description: 'Spans a collector took, or not (error_type).', unit: '{span}', labels: ['error.type', 'otel.component.name'] }),
    logsProcessed: createCounter({ name: 'otel.sdk.processor.log.processed', description: 'Log records handed on for export, or dropped (error_type).', unit: '{log_record}', labels: ['error.type', 'otel.component.name'] }),
    logsExported: createCounter({ name: 'otel.sdk.exporter.log.exported', description: 'Log records a collector took, or not (error_type).', unit: '{log_record}', labels: ['error.type', 'otel.component.name'] }),
    metricsExported: createCounter({ name: 'otel.sdk.exporter.metric_data_point.exported', description: 'Exports of metrics that a collector took, or not (error_type).', unit: '{data_point}', labels: ['error.type', 'otel.component.name'] }),
    spanQueueSize: createGauge({ name: 'otel.sdk.processor.span.queue.size', description: 'Spans not delivered yet.', unit: '{span}', labels: ['otel.component.name'] }),
    spanQueueCapacity: createGauge({ name: 'otel.sdk.processor.span.queue.capacity', description: 'Spans that may wait at most.', unit: '{span}', labels: ['otel.component.name'] }),
    scrubbed: createCounter({ name: 'telemetry.scrubbed', description: 'Values taken out because they looked like a secret.', unit: '{value}', labels: ['reason'] }),
    sampledOut: createCounter({ name: 'telemetry.sampled_out', description: 'Spans that tail sampling let go.', unit: '{span}', labels: [] }),
  },
} as const;
