import { isCompleted, type ToolResult } from '@discord-intelligence/analysis-tool';
import { isLogfireEnabled, metrics, span, toolSpan, withhold } from '@discord-intelligence/observability';

import type { AnalysisName } from '../analysis-name.js';
import type { AnalysisReport } from '../analysis-report.js';
import { ANALYSIS_SPAN, ATTRIBUTES } from './names.js';

/** Runs the analyses of one text in the span `pipeline.analysis`, which says how they went. */
export function traceReport(length: number, only: readonly AnalysisName[], analyze: () => Promise<AnalysisReport>): Promise<AnalysisReport> {
  if (!isLogfireEnabled()) return analyze();
  return span(ANALYSIS_SPAN, { [ATTRIBUTES.textLength]: length, [ATTRIBUTES.analyses]: only }, async (current) => {
    const report = await analyze().catch(rethrowUnquoted);
    current.setAttributes(reportAttributes(report));
    if (report.status === 'degraded') current.setLevel('warn');
    if (report.status === 'failed') current.setLevel('error');
    return report;
  });
}

/** Runs one analysis in the span `execute_tool {tool}`, and measures it. */
export function traceTool<Result>(tool: string, analysis: AnalysisName | 'overview', analyze: () => Promise<ToolResult<Result>>): Promise<ToolResult<Result>> {
  if (!isLogfireEnabled()) return analyze();
  return toolSpan({ name: tool }, async (current) => {
    const startedAt = performance.now();
    current.setAttribute(ATTRIBUTES.analysis, analysis);
    const outcome = await analyze().catch(rethrowUnquoted);
    const method = isCompleted(outcome) ? outcome.analysis_method : 'none';
    current.setAttributes({ [ATTRIBUTES.status]: outcome.status, ...outcomeAttributes(outcome) });
    if (outcome.status === 'degraded') current.setLevel('warn');
    // Its message names the tool and a length; whatever caused it may quote the text.
    if (outcome.status === 'failed') current.recordError(outcome.error);
    metrics.analysis.duration.record((performance.now() - startedAt) / 1000, { analysis, method, status: outcome.status });
    return outcome;
  });
}

/** An abort, with a reason of the caller's, or a defect: either message may hold words of the text. */
function rethrowUnquoted(error: unknown): never {
  withhold(error);
  throw error;
}

function outcomeAttributes(outcome: ToolResult<unknown>): Readonly<Record<string, unknown>> {
  switch (outcome.status) {
    case 'failed':
      return {};
    case 'skipped':
      return { [ATTRIBUTES.reason]: outcome.reason };
    case 'success':
    case 'degraded':
      return {
        [ATTRIBUTES.method]: outcome.analysis_method,
        [ATTRIBUTES.reason]: outcome.degraded_reason,
        [ATTRIBUTES.model]: outcome.model,
        [ATTRIBUTES.attempts]: outcome.attempts,
        [ATTRIBUTES.droppedQuotes]: outcome.dropped_quotes,
        [ATTRIBUTES.cost]: outcome.cost_usd,
      };
  }
}

function reportAttributes({ status, text, outcomes, overview }: AnalysisReport): Readonly<Record<string, unknown>> {
  const all = [...Object.values(outcomes), ...(overview ? [overview] : [])];
  const methods = [...new Set(Object.values(outcomes).flatMap(({ analysis_method }) => analysis_method ?? []))];
  const having = (wanted: typeof status) => all.filter((outcome) => outcome.status === wanted).length;
  const costUsd = all.reduce((sum, { cost_usd }) => sum + cost_usd, 0);
  return {
    [ATTRIBUTES.words]: text.words,
    [ATTRIBUTES.language]: text.language,
    [ATTRIBUTES.status]: status,
    [ATTRIBUTES.method]: methods.length > 1 ? 'mixed' : methods[0],
    [ATTRIBUTES.degraded]: having('degraded'),
    [ATTRIBUTES.failed]: having('failed'),
    [ATTRIBUTES.cost]: costUsd > 0 ? costUsd : undefined,
  };
}
