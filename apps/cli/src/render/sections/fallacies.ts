import type { AnalysisReport } from '@discord-intelligence/pipeline';
import {
  CONFIDENCE_VALUES,
  type FallacyInstance,
  fallacyLabel,
  type SeverityLevel,
} from '@discord-intelligence/response-models';

import type { Paint, Palette } from '../../terminal/palette.js';
import { toSafeLine } from '../../terminal/safe-text.js';
import { flowPieces, wrapText } from '../../terminal/wrap-text.js';
import { absence, bullets, heading, INDENT, type Layout, paragraph } from '../layout.js';
import { NO_FALLACY_FOUND } from '../report-facts.js';
import { score, spell } from '../words.js';

/** The fallacies of a text: each with its severity, its passage and why it is one. */
export function renderFallacies({ analysis, outcomes }: AnalysisReport, layout: Layout): string[] {
  const outcome = outcomes.fallacies;
  if (outcome === undefined) return [];
  const result = analysis?.fallacy_analysis;
  if (result == null) return absence('Fallacies', outcome, layout) ?? [];
  const { fallacies, overall_quality, credibility_score } = result;
  const note = `${fallacies.length} found, reasoning ${spell(overall_quality)}, credibility ${score(credibility_score)} of 1`;
  return [
    heading('Fallacies', note, layout),
    ...(fallacies.length === 0 ? paragraph(NO_FALLACY_FOUND, layout) : []),
    ...fallacies.flatMap((fallacy, index) => renderFallacy(fallacy, index + 1, layout)),
    ...(layout.isVerbose && result.key_issues.length > 0 ? ['', ...bullets(result.key_issues, layout)] : []),
  ];
}

function renderFallacy(fallacy: FallacyInstance, number: number, layout: Layout): string[] {
  const { palette, width } = layout;
  const { confidence, severity, line_number } = fallacy;
  const indent = INDENT + 4;
  const head = [
    { text: fallacyLabel(fallacy.fallacy_type), paint: palette.name },
    { text: `${severity} severity`, paint: paintOf(severity, palette) },
    { text: `confidence ${spell(confidence)} (${CONFIDENCE_VALUES[confidence]})`, paint: palette.quiet },
    ...(line_number === null ? [] : [{ text: `line ${line_number}`, paint: palette.quiet }]),
  ];
  return [
    ...(number === 1 ? [] : ['']),
    ...flowPieces(head, { width, indent, lead: `${String(number).padStart(INDENT + 2)}.` }),
    ...wrapText(`“${toSafeLine(fallacy.quote)}”`, { width, indent }).map(palette.quote),
    ...paragraph(fallacy.explanation, layout, indent),
  ];
}

function paintOf(severity: SeverityLevel, palette: Palette): Paint {
  return { low: palette.good, medium: palette.warning, high: palette.bad, critical: palette.worst }[severity];
}
