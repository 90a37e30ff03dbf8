import type { AnalysisName, AnalysisReport } from '@discord-intelligence/pipeline';

import { escapeMarkdown } from './escape-markdown.js';
import {
  fallacyBlocks,
  limitationBlocks,
  perspectiveBlocks,
  routingBlocks,
  sentimentBlocks,
  topicBlocks,
} from './markdown-sections.js';
import { describeText, methodBadge } from './report-facts.js';

/** The sections in their order; each is asked for blocks only when its analysis has a result. */
const SECTIONS = [
  ['fallacies', 'Fallacies', fallacyBlocks],
  ['perspectives', 'Perspectives', perspectiveBlocks],
  ['sentiment', 'Sentiment', sentimentBlocks],
  ['topics', 'Topics', topicBlocks],
  ['routing', 'Routing', routingBlocks],
] as const satisfies readonly (readonly [AnalysisName, string, (report: AnalysisReport) => string[]])[];

/** The report as a Markdown document, with a line break at its end. The summary comes first, as on a page. */
export function renderMarkdown(report: AnalysisReport, name: string): string {
  const { analysis, outcomes, status, reason } = report;
  const blocks = [`# Analysis of ${escapeMarkdown(name)}`];
  if (status === 'skipped') {
    blocks.push(`Nothing to analyse: ${escapeMarkdown(reason ?? 'no reason was given')}.`);
    return join(blocks);
  }
  const badge = methodBadge(report);
  blocks.push(`${describeText(report)}${badge === '' ? '' : `. Method: ${escapeMarkdown(badge)}`}.`);
  if (status !== 'success') blocks.push(`**${status}**: ${escapeMarkdown(reason ?? 'no reason was given')}`);
  if (analysis !== null) {
    blocks.push(escapeMarkdown(analysis.executive_summary));
    if (analysis.actionable_insights.length > 0) blocks.push(bulletList(analysis.actionable_insights));
  }
  for (const [key, title, blocksOf] of SECTIONS) {
    const outcome = outcomes[key];
    if (outcome === undefined) continue;
    const isThere = outcome.status === 'success' || outcome.status === 'degraded';
    blocks.push(`## ${title}`, ...(isThere ? blocksOf(report) : [escapeMarkdown(`${outcome.status}: ${outcome.reason ?? ''}`)]));
  }
  return join([...blocks, ...limitationBlocks(report)]);
}

/** Texts of others as a list. */
function bulletList(texts: readonly string[]): string {
  return texts.map((text) => `- ${escapeMarkdown(text)}`).join('\n');
}

function join(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
