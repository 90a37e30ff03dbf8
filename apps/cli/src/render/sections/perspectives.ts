import type { AnalysisReport } from '@discord-intelligence/pipeline';
import type { PerspectiveInstance } from '@discord-intelligence/response-models';

import { renderBar } from '../../terminal/bar.js';
import { absence, bullets, heading, INDENT, type Layout, paragraph } from '../layout.js';
import { score, spell } from '../words.js';

const LONGEST_BAR = 20;
const SHORTEST_BAR = 4;
/** "environmentalist" and "authoritarian" are the longest names. */
const LABEL = 16;

/** The standpoints of a text, and how evenly it treats them. */
export function renderPerspectives({ analysis, outcomes }: AnalysisReport, layout: Layout): string[] {
  const outcome = outcomes.perspectives;
  if (outcome === undefined) return [];
  const result = analysis?.perspective_analysis;
  if (result == null) return absence('Perspectives', outcome, layout) ?? [];
  const { perspectives, dominant_perspective, balance_score, bias_score, omitted_perspectives } = result;
  const lead = dominant_perspective === null ? 'none leads' : `${spell(dominant_perspective)} leads`;
  return [
    heading('Perspectives', perspectives.length === 0 ? 'no standpoint was made out' : lead, layout),
    ...perspectives.flatMap((perspective) => renderPerspective(perspective, layout)),
    measure('balance', balance_score, '0 one side only, 1 even', layout),
    measure('bias', bias_score, '0 even-handed, 1 propaganda', layout),
    ...paragraph(result.framing_analysis, layout),
    ...(omitted_perspectives.length === 0
      ? []
      : paragraph(`Not heard: ${omitted_perspectives.map(spell).join(', ')}.`, layout)),
    ...(layout.isVerbose ? bullets(result.recommendations, layout) : []),
  ];
}

function renderPerspective(perspective: PerspectiveInstance, layout: Layout): string[] {
  const { perspective_type, prominence, confidence, evidence, bias_indicators } = perspective;
  return [
    measure(spell(perspective_type), prominence, `confidence ${spell(confidence)}`, layout),
    ...paragraph(evidence, layout, INDENT + 2),
    ...(bias_indicators.length === 0 ? [] : paragraph(`Slanted wording: ${bias_indicators.join(', ')}.`, layout, INDENT + 2)),
  ];
}

function measure(name: string, value: number, note: string, { width, palette }: Layout): string {
  const label = `${' '.repeat(INDENT)}${name.padEnd(LABEL)} `;
  const columns = width - label.length - ' 0.00'.length;
  const line = `${label}${renderBar(value, Math.min(Math.max(columns, SHORTEST_BAR), LONGEST_BAR))} ${score(value)}`;
  return line.length + note.length + 2 > width ? line : `${line}  ${palette.quiet(note)}`;
}
