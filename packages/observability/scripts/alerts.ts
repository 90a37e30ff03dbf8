import { metrics } from '../src/metrics/catalogue.js';
import { histogram, type Measured, series } from './prometheus-name.js';

/** One alert rule. */
interface Alert {
  readonly name: string;
  readonly expr: string;
  /** How long it must hold. */
  readonly for: string;
  readonly severity: 'page' | 'ticket';
  readonly summary: string;
}

const { analysis, bot, http, router, telemetry, structured, llm } = metrics;

/** Rules look at every job: a file of rules has no variables. */
const everywhere = (selector: string) => selector.replace('job=~"$job", ', '').replace('job=~"$job"', '').replace(', }', '}');
const of = (measured: Measured, labels: readonly string[] = []) => everywhere(series(measured, labels));
const count = (measured: Measured, labels: readonly string[] = []) => everywhere(histogram(measured, 'count', labels));

/** 99.5 % of requests succeed: the objective that errors burn the rest of. */
const ERROR_BUDGET = 0.005;
const errorRate = (range: string) =>
  `(sum(rate(${count(http.serverDuration, ['http_response_status_code=~"5.."'])}[${range}])) / sum(rate(${count(http.serverDuration)}[${range}])))`;
/** Fast and slow burn over two windows each (Google, "The Site Reliability Workbook", chapter 5). */
const burns = (factor: number, long: string, short: string) =>
  `${errorRate(long)} > ${factor} * ${ERROR_BUDGET} and ${errorRate(short)} > ${factor} * ${ERROR_BUDGET}`;
/** The share of what is counted that has these labels, by another label, over a quarter of an hour. */
const share = (measured: Measured, by: string, labels: readonly string[]) =>
  `sum by (${by}) (rate(${count(measured, labels)}[15m])) / sum by (${by}) (rate(${count(measured)}[15m]))`;
const spent = `(1 - ${of(router.budgetRemaining)} / (${of(router.budgetLimit)} > 0))`;

const ALERTS: readonly Alert[] = [
  { name: 'ErrorBudgetBurnsFast', expr: burns(14.4, '1h', '5m'), for: '2m', severity: 'page', summary: 'So many requests fail that a month of allowed errors is gone in two days.' },
  { name: 'ErrorBudgetBurnsSlowly', expr: burns(6, '6h', '30m'), for: '15m', severity: 'ticket', summary: 'So many requests fail that a month of allowed errors is gone in five days.' },
  { name: 'LlmBudgetNearlySpent', expr: `${spent} >= 0.8 and ${spent} < 1`, for: '5m', severity: 'ticket', summary: '80 % of the budget {{ $labels.budget }} is spent.' },
  { name: 'LlmBudgetSpent', expr: `${spent} >= 1`, for: '1m', severity: 'page', summary: 'The budget {{ $labels.budget }} is spent: calls are refused.' },
  { name: 'LlmCircuitOpen', expr: `max by (provider, model) (${of(router.circuitState)}) == 2`, for: '5m', severity: 'ticket', summary: '{{ $labels.provider }} {{ $labels.model }} gets no calls: too many failed.' },
  { name: 'LlmSpendingJumped', expr: `sum(rate(${of(llm.cost)}[1h])) > 3 * sum(rate(${of(llm.cost)}[1d])) and sum(rate(${of(llm.cost)}[1h])) * 3600 > 1`, for: '15m', severity: 'ticket', summary: 'This hour costs more than three times an hour of the last day.' },
  { name: 'StructuredOutputsFail', expr: `sum by (schema_name) (rate(${of(structured.outputs, ['outcome="failed"'])}[15m])) / sum by (schema_name) (rate(${of(structured.outputs)}[15m])) > 0.1`, for: '15m', severity: 'ticket', summary: 'More than 10 % of outputs for {{ $labels.schema_name }} cannot be used.' },
  { name: 'AnalysesDegraded', expr: `${share(analysis.duration, 'analysis', ['status="degraded"'])} > 0.2`, for: '15m', severity: 'ticket', summary: 'More than 20 % of analyses of {{ $labels.analysis }} are made by patterns, because the language model fails.' },
  { name: 'AnalysesFail', expr: `${share(analysis.duration, 'analysis', ['status="failed"'])} > 0.02`, for: '5m', severity: 'page', summary: 'More than 2 % of analyses of {{ $labels.analysis }} have no result.' },
  { name: 'DiscordAnswersFail', expr: `${share(bot.interactionDuration, 'job', ['outcome=~"failed|gone"'])} > 0.05`, for: '10m', severity: 'page', summary: 'More than 5 % of commands to {{ $labels.job }} end without an answer.' },
  { name: 'DiscordTurnsAway', expr: `${share(bot.interactionDuration, 'job', ['outcome="busy"'])} > 0.05`, for: '15m', severity: 'ticket', summary: '{{ $labels.job }} turns more than 5 % of commands away: too many wait.' },
  { name: 'TelemetryLosesSpans', expr: `sum by (job, error_type) (increase(${of(telemetry.spansProcessed, ['error_type!=""'])}[10m])) > 0`, for: '5m', severity: 'ticket', summary: '{{ $labels.job }} drops spans: {{ $labels.error_type }}.' },
];

/** The alert rules in the YAML that Prometheus reads, as text. */
export function renderAlerts(): string {
  const rules = ALERTS.map(
    ({ name, expr, for: holds, severity, summary }) =>
      `      - alert: ${name}\n        expr: ${JSON.stringify(expr)}\n        for: ${holds}\n        labels:\n          severity: ${severity}\n        annotations:\n          summary: ${JSON.stringify(summary)}\n`,
  );
  return `# Written by packages/observability/scripts/generate.ts.\ngroups:\n  - name: discord-intelligence\n    rules:\n${rules.join('')}`;
}
