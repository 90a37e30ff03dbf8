import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { limitationsOf, provenance } from '../report/provenance.js';
import { fitText } from '../text/fit-text.js';

import type { Section } from './section.js';

/** Room in UTF-16 code units. */
const FACT_LENGTH = 80;
const REASON_LENGTH = 140;
const LIMITATION_LENGTH = 190;
const LIMITATIONS_SHOWN = 2;

/**
 * How the analysis was made and what it could not see, in small print: at most
 * 760 UTF-16 code units. Never cut in the sense of a section: the limits are
 * the same for most texts and make no report too long for the card.
 */
export function methodSection(report: AnalysisReport, traceId?: string): Section {
  const facts = provenance(report).map((fact) => fitText(fact, FACT_LENGTH).text);
  const limits = limitationsOf(report)
    .slice(0, LIMITATIONS_SHOWN)
    .map((limitation) => fitText(limitation, LIMITATION_LENGTH, 'sentence').text);
  const lines = [
    `Method: ${facts.join(' · ')}`,
    ...(report.status === 'degraded' && report.reason !== null ? [`Reduced: ${fitText(report.reason, REASON_LENGTH).text}`] : []),
    ...(limits.length > 0 ? [`Limits: ${limits.join(' ')}`] : []),
    ...(traceId === undefined ? [] : [`Trace: \`${traceId}\``]),
  ];
  return { text: lines.map((line) => `-# ${line}`).join('\n'), isCut: false };
}
