import { metrics } from '../src/metrics/catalogue.js';
import { histogram, type Measured, series } from './prometheus-name.js';

/** One query of a panel. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

/** One panel of the dashboard. */
export interface Panel {
  readonly title: string;
  readonly kind: 'timeseries' | 'stat' | 'table' | 'state-timeline';
  /** A unit of Grafana. */
  readonly unit: string;
  readonly queries: readonly Query[];
  readonly description?: string;
}

/** A row of panels. */
export interface Row {
  readonly title: string;
  readonly panels: readonly Panel[];
}

const { analysis, bot, genAi, llm, router, structured, zod, http, process: node, telemetry } = metrics;

const OURS = ['provider=~"$provider"', 'model=~"$model"'];
const ROUTED = [...OURS, 'route=~"$route"'];
const CALL = ['gen_ai_provider_name=~"$provider"', 'gen_ai_request_model=~"$model"'];
const RANGE = '$__rate_interval';

const rate = (selector: string, range = RANGE) => `rate(${selector}[${range}])`;
const sum = (expr: string, by = '') => `sum${by === '' ? '' : ` by (${by})`} (${expr})`;
const quantile = (q: number, of: Measured, labels: readonly string[], by = '') =>
  `histogram_quantile(${q}, ${sum(rate(histogram(of, 'bucket', labels)), by === '' ? 'le' : `le, ${by}`)})`;
/** A division that says 0 where there is nothing, not NaN. */
const ratio = (part: string, whole: string) => `(${part} or vector(0)) / clamp_min(${whole}, 1e-9)`;
const perHour = (expr: string) => `${expr} * 3600`;
const perMinute = (expr: string) => `${expr} * 60`;

const timeseries = (title: string, unit: string, ...queries: (readonly [string, string])[]): Panel => ({
  title,
  kind: 'timeseries',
  unit,
  queries: queries.map(([expr, legend]) => ({ expr, legend })),
});
const stat = (title: string, unit: string, expr: string): Panel => ({ title, kind: 'stat', unit, queries: [{ expr, legend: title }] });

const requests = sum(rate(histogram(http.serverDuration, 'count')));
const failures = sum(rate(histogram(http.serverDuration, 'count', ['http_response_status_code=~"5.."'])));
const cost = series(llm.cost, ROUTED);
const calls = sum(rate(histogram(genAi.operationDuration, 'count', CALL)));
const analyses = (labels: readonly string[] = []) => rate(histogram(analysis.duration, 'count', labels));
const lost = series(telemetry.spansProcessed, ['error_type!=""']);

/** Every panel, by row. */
export const ROWS: readonly Row[] = [
  {
    title: 'Overview',
    panels: [
      stat('Requests per second', 'reqps', requests),
      stat('Failed requests', 'percentunit', ratio(failures, requests)),
      stat('Request time, p95', 's', quantile(0.95, http.serverDuration, [])),
      stat('Spending per hour', 'currencyUSD', perHour(sum(rate(cost)))),
      stat('Tokens per minute', 'short', perMinute(`${sum(rate(series(genAi.usage.input, CALL)))} + ${sum(rate(series(genAi.usage.output, CALL)))}`)),
      stat('Spans lost', 'short', `${sum(`increase(${lost}[$__range])`)} or vector(0)`),
    ],
  },
  {
    title: 'LLM',
    panels: [
      timeseries('Time of a call', 's',
        [quantile(0.5, genAi.operationDuration, CALL, 'gen_ai_request_model'), 'p50 {{gen_ai_request_model}}'],
        [quantile(0.95, genAi.operationDuration, CALL, 'gen_ai_request_model'), 'p95 {{gen_ai_request_model}}'],
        [quantile(0.99, genAi.operationDuration, CALL, 'gen_ai_request_model'), 'p99 {{gen_ai_request_model}}']),
      timeseries('Time to the first part of a stream', 's', [quantile(0.95, genAi.timeToFirstChunk, CALL, 'gen_ai_request_model'), 'p95 {{gen_ai_request_model}}']),
      timeseries('Errors', 'reqps', [sum(rate(histogram(genAi.operationDuration, 'count', [...CALL, 'error_type!=""'])), 'error_type, gen_ai_request_model'), '{{error_type}} {{gen_ai_request_model}}']),
      timeseries('Reasons for the end of an answer', 'reqps', [sum(rate(series(llm.finished, OURS)), 'finish_reason'), '{{finish_reason}}']),
    ],
  },
  {
    title: 'Tokens and cost',
    panels: [
      timeseries('Spending per hour', 'currencyUSD', [perHour(sum(rate(cost), 'model, route')), '{{model}} {{route}}']),
      timeseries('Spending, cumulative', 'currencyUSD', [sum(`increase(${cost}[$__range])`, 'model, route'), '{{model}} {{route}}']),
      timeseries('Cost of a call', 'currencyUSD', [ratio(sum(rate(cost)), calls), 'mean']),
      stat('Month at this pace', 'currencyUSD', `${sum(rate(cost, '1h'))} * 86400 * 30`),
      timeseries('Share of input read from a cache', 'percentunit', [ratio(sum(rate(series(genAi.usage.cacheRead, CALL))), sum(rate(series(genAi.usage.input, CALL)))), 'cached']),
      timeseries('Share of output spent on reasoning', 'percentunit', [ratio(sum(rate(series(genAi.usage.reasoning, CALL))), sum(rate(series(genAi.usage.output, CALL)))), 'reasoning']),
      timeseries('Tokens of a call', 'short', [quantile(0.95, genAi.tokenUsage, CALL, 'gen_ai_token_type'), 'p95 {{gen_ai_token_type}}']),
    ],
  },
  {
    title: 'Router',
    panels: [
      timeseries('Attempts per request', 'short', [ratio(sum(rate(series(router.attempts, ['route=~"$route"']))), sum(rate(series(router.requests, ['route=~"$route"'])))), 'attempts']),
      timeseries('Retries and fallbacks', 'reqps',
        [sum(rate(series(router.retries, ROUTED)), 'reason'), 'retry: {{reason}}'],
        [sum(rate(series(router.fallbacks, ROUTED)), 'reason'), 'fallback: {{reason}}']),
      { title: 'Circuits', kind: 'state-timeline', unit: 'short', description: '0 closed, 1 half open, 2 open.', queries: [{ expr: `max by (provider, model) (${series(router.circuitState, OURS)})`, legend: '{{provider}} {{model}}' }] },
      timeseries('Refused for their rate', 'reqps', [sum(rate(series(router.rateLimited, ROUTED)), 'provider, model'), '{{provider}} {{model}}']),
      timeseries('In flight', 'short', [sum(series(router.inflight, OURS), 'provider, model'), '{{provider}} {{model}}']),
      timeseries('Answered from the cache', 'reqps', [sum(rate(series(router.cacheHits, ['route=~"$route"'])), 'route'), '{{route}}']),
      stat('Budget left', 'currencyUSD', `min by (budget) (${series(router.budgetRemaining)})`),
    ],
  },
  {
    title: 'Structured outputs',
    panels: [
      timeseries('Outcomes', 'reqps', [sum(rate(series(structured.outputs)), 'outcome'), '{{outcome}}']),
      timeseries('Attempts until accepted', 'short', [quantile(0.95, structured.attempts, [], 'schema_name'), 'p95 {{schema_name}}']),
      { title: 'Schemas that fail most', kind: 'table', unit: 'short', queries: [{ expr: `topk(10, ${sum(`increase(${series(structured.outputs, ['outcome="failed"'])}[$__range])`, 'schema_name')})`, legend: '{{schema_name}}' }] },
      timeseries('Values that did not fit their schema', 'reqps', [sum(rate(series(zod.validations, ['success="false"'])), 'schema_name'), '{{schema_name}}']),
    ],
  },
  {
    title: 'Analyses',
    panels: [
      timeseries('Analyses', 'reqps', [sum(analyses(), 'analysis, method'), '{{analysis}} {{method}}']),
      timeseries('Time of an analysis, p95', 's', [quantile(0.95, analysis.duration, [], 'analysis, method'), '{{analysis}} {{method}}']),
      timeseries('Not as configured', 'percentunit',
        [ratio(sum(analyses(['status="degraded"'])), sum(analyses())), 'by patterns, because the model failed'],
        [ratio(sum(analyses(['status="failed"'])), sum(analyses())), 'without a result']),
    ],
  },
  {
    title: 'Discord',
    panels: [
      timeseries('Commands', 'reqps', [sum(rate(histogram(bot.interactionDuration, 'count')), 'command, outcome'), '{{command}} {{outcome}}']),
      timeseries('Time to the answer', 's',
        [quantile(0.5, bot.interactionDuration, [], 'command'), 'p50 {{command}}'],
        [quantile(0.95, bot.interactionDuration, [], 'command'), 'p95 {{command}}']),
      timeseries('Wait for a turn', 's', [quantile(0.5, bot.queueWait, []), 'p50'], [quantile(0.95, bot.queueWait, []), 'p95']),
      timeseries('Turned away', 'reqps', [sum(rate(series(bot.turnedAway)), 'command'), '{{command}}']),
    ],
  },
  {
    title: 'HTTP',
    panels: [
      timeseries('Requests', 'reqps', [sum(rate(histogram(http.serverDuration, 'count')), 'http_route, http_response_status_code'), '{{http_route}} {{http_response_status_code}}']),
      timeseries('Time of a request, p95', 's', [quantile(0.95, http.serverDuration, [], 'http_route'), '{{http_route}}']),
      timeseries('Calls to others, p95', 's', ['histogram_quantile(0.95, sum by (le, server_address) (rate({__name__=~"http_client_request_duration(_seconds)?_bucket", job=~"$job"}[$__rate_interval])))', '{{server_address}}']),
    ],
  },
  {
    title: 'Node runtime',
    panels: [
      timeseries('Delay of the event loop', 's', [series(node.eventLoopDelayP50), 'p50 {{instance}}'], [series(node.eventLoopDelayP99), 'p99 {{instance}}']),
      timeseries('Use of the event loop', 'percentunit', [series(node.eventLoopUtilization), '{{instance}}']),
      timeseries('Heap in use', 'bytes', [sum(series(node.heapUsed), 'instance'), '{{instance}}']),
      timeseries('Time in garbage collection', 'percentunit', [sum(rate(histogram(node.gcDuration, 'sum')), 'v8js_gc_type'), '{{v8js_gc_type}}']),
    ],
  },
  {
    title: 'Telemetry health',
    panels: [
      timeseries('Spans that wait', 'short', [series(telemetry.spanQueueSize), '{{otel_component_name}}'], [series(telemetry.spanQueueCapacity), 'limit {{otel_component_name}}']),
      timeseries('Spans lost', 'short', [sum(rate(lost), 'error_type'), '{{error_type}}']),
      timeseries('Failed deliveries', 'short', [sum(rate(series(telemetry.spansExported, ['error_type!=""'])), 'otel_component_name, error_type'), '{{otel_component_name}} {{error_type}}']),
      timeseries('Secrets taken out', 'short', [sum(rate(series(telemetry.scrubbed)), 'reason'), '{{reason}}']),
      timeseries('Spans that sampling let go', 'short', [sum(rate(series(telemetry.sampledOut))), 'spans']),
    ],
  },
];
