import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { count } from '../text/count.js';
import { fitText } from '../text/fit-text.js';
import { isolate } from '../text/isolate.js';

import { percent } from './scale.js';
import type { Section } from './section.js';
import { worstSeverity } from './severity.js';
import type { AnalysisSource } from './source.js';

/** Room for the beginning of the text, in UTF-16 code units. */
const EXCERPT_LENGTH = 160;

/** The line that says it all, and what it is about. At most 250 UTF-16 code units. */
export function verdictSection(report: AnalysisReport, source: AnalysisSource): Section {
  return { text: `### ${verdict(report)}\n-# ${about(source)}`, isCut: false };
}

function verdict({ analysis }: AnalysisReport): string {
  const result = analysis?.fallacy_analysis;
  if (!result) return 'The reasoning could not be judged';
  const credibility = `credibility ${percent(result.credibility_score)}`;
  const worst = worstSeverity(result.fallacies);
  if (worst === undefined) return `No fallacies found · ${credibility}`;
  return `${count(result.fallacies.length, 'possible fallacy', 'possible fallacies')}, ${worst} severity · ${credibility}`;
}

function about(source: AnalysisSource): string {
  switch (source.kind) {
    case 'text':
      // The command's own text is hidden from others, who would wonder what the card is about.
      return `About “${isolate(fitText(source.text, EXCERPT_LENGTH).text)}”`;
    case 'message':
      return `About [this message](${source.url})`;
  }
}
