import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { toSafeLine } from '../terminal/safe-text.js';
import { truncateText } from '../terminal/wrap-text.js';
import { type Layout, paragraph } from './layout.js';
import { costOf, describeText, methodBadge } from './report-facts.js';
import { renderLimitations, renderSummary } from './sections/closing.js';
import { renderFallacies } from './sections/fallacies.js';
import { renderPerspectives } from './sections/perspectives.js';
import { renderRouting } from './sections/routing.js';
import { renderSentiment } from './sections/sentiment.js';
import { renderTopics } from './sections/topics.js';
import { describeDuration } from './words.js';

const SECTIONS = [
  renderFallacies,
  renderPerspectives,
  renderSentiment,
  renderTopics,
  renderRouting,
  renderSummary,
  renderLimitations,
] as const;

/** The report as a person reads it in a terminal, with a line break at its end. */
export function renderText(report: AnalysisReport, name: string, layout: Layout): string {
  const parts = [renderHead(report, name, layout)];
  if (report.status !== 'skipped') parts.push(...SECTIONS.map((render) => render(report, layout)));
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function renderHead(report: AnalysisReport, name: string, layout: Layout): string[] {
  const { palette, width } = layout;
  const title = palette.title(truncateText(toSafeLine(name), width));
  const { status, reason } = report;
  if (status === 'skipped') return [title, ...paragraph(`Nothing to analyse: ${reason ?? 'no reason was given'}.`, layout, 0)];
  const badge = methodBadge(report);
  const cost = costOf(report);
  const facts = [
    describeText(report),
    ...(badge === '' ? [] : [`by ${badge}`]),
    describeDuration(report.duration_ms),
    ...(cost > 0 ? [`$${cost.toFixed(4)}`] : []),
  ];
  return [
    title,
    palette.quiet(truncateText(facts.join(' · '), width)),
    ...(status === 'success' ? [] : paragraph(`${status}: ${reason ?? 'no reason was given'}`, layout, 0).map(palette.warning)),
  ];
}
