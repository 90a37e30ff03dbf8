import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { type FallacyInstance, fallacyLabel } from '@discord-intelligence/response-models';

import { count } from '../text/count.js';
import { fitText } from '../text/fit-text.js';
import { isolate } from '../text/isolate.js';

import type { Section } from './section.js';
import { byWeight } from './severity.js';

/** Findings on the card; the report files hold all. */
const SHOWN = 3;
/** Room in UTF-16 code units. */
const QUOTE_LENGTH = 340;
const REASON_LENGTH = 380;

/** The worst findings, each with its quote and the reason: at most 800 UTF-16 code units each, and 80 for the rest. */
export function fallacySections({ analysis }: AnalysisReport): Section[] {
  const findings = byWeight(analysis?.fallacy_analysis?.fallacies ?? []);
  const sections = withoutRepeats(findings).slice(0, SHOWN).map(fallacySection);
  const more = findings.length - sections.length;
  return more > 0 ? [...sections, { text: `-# And ${count(more, 'more finding')} in the full report.`, isCut: true }] : sections;
}

/** A sentence that is said again and again takes one place of the few. */
function withoutRepeats(findings: readonly FallacyInstance[]): FallacyInstance[] {
  const seen = new Set<string>();
  return findings.filter(({ fallacy_type, quote }) => {
    const key = `${fallacy_type} ${quote}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function fallacySection({ fallacy_type, severity, confidence, quote, explanation }: FallacyInstance): Section {
  const quoted = fitText(quote, QUOTE_LENGTH);
  const reason = fitText(explanation, REASON_LENGTH, 'sentence');
  return {
    text: [
      `**${fallacyLabel(fallacy_type)}** · ${severity} severity · ${confidence.replace('_', ' ')} confidence`,
      `> ${isolate(quoted.text)}`,
      reason.text,
    ].join('\n'),
    isCut: quoted.isCut || reason.isCut,
  };
}
