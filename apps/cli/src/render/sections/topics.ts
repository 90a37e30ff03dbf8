import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { renderBar } from '../../terminal/bar.js';
import { displayWidth } from '../../terminal/display-width.js';
import { toSafeLine } from '../../terminal/safe-text.js';
import { padText, truncateText } from '../../terminal/wrap-text.js';
import { absence, heading, INDENT, type Layout, paragraph } from '../layout.js';
import { score } from '../words.js';

const BAR = 10;
const LONGEST_LABEL = 32;

/** What a text is about, the most relevant first. */
export function renderTopics({ analysis, outcomes }: AnalysisReport, layout: Layout): string[] {
  const outcome = outcomes.topics;
  if (outcome === undefined) return [];
  const missing = absence('Topics', outcome, layout);
  if (missing !== undefined) return missing;
  const topics = analysis?.key_topics ?? [];
  if (topics.length === 0) return [heading('Topics', '', layout), ...paragraph('No topic stands out.', layout)];

  const longest = Math.min(LONGEST_LABEL, Math.max(layout.width - 40, 12));
  const rows = topics.map((topic) => ({ ...topic, label: truncateText(toSafeLine(topic.topic), longest) }));
  const labelWidth = Math.max(...rows.map(({ label }) => displayWidth(label)));
  return [
    heading('Topics', '', layout),
    ...rows.map(({ label, relevance, keywords }) => {
      const line = `${' '.repeat(INDENT)}${padText(label, labelWidth)}  ${renderBar(relevance, BAR)} ${score(relevance)}`;
      const words = truncateText(toSafeLine(keywords.join(', ')), Math.max(layout.width - displayWidth(line) - 2, 1));
      return keywords.length === 0 || words === '…' ? line : `${line}  ${layout.palette.quiet(words)}`;
    }),
  ];
}
