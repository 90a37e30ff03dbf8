import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { bullets, heading, type Layout, paragraph } from '../layout.js';
import { limitationsOf } from '../report-facts.js';

/** Limitations shown when nobody asked for all of them. */
const FEW = 2;

/** What a reader should take away: stands last, where a terminal is read first. */
export function renderSummary({ analysis }: AnalysisReport, layout: Layout): string[] {
  if (analysis === null) return [];
  return [
    heading('In short', '', layout),
    ...paragraph(analysis.executive_summary, layout),
    ...bullets(analysis.actionable_insights.slice(0, layout.isVerbose ? undefined : 3), layout),
  ];
}

/** What the method could not see. */
export function renderLimitations(report: AnalysisReport, layout: Layout): string[] {
  const all = limitationsOf(report);
  if (all.length === 0) return [];
  const shown = layout.isVerbose ? all : all.slice(0, FEW);
  const note = shown.length === all.length ? '' : `${shown.length} of ${all.length}, -v shows all`;
  return [heading('What this cannot see', note, layout), ...bullets(shown, layout).map(layout.palette.quiet)];
}
