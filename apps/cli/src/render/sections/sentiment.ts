import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { renderGauge } from '../../terminal/bar.js';
import { absence, heading, INDENT, type Layout, paragraph } from '../layout.js';
import { describePolarity, score, spell } from '../words.js';

/** How a text feels about what it speaks of. */
export function renderSentiment({ analysis, outcomes }: AnalysisReport, layout: Layout): string[] {
  const outcome = outcomes.sentiment;
  if (outcome === undefined) return [];
  const result = analysis?.sentiment;
  if (result == null) return absence('Sentiment', outcome, layout) ?? [];
  const { polarity, subjectivity, intensity, dominant_emotion, confidence } = result;
  const emotion = dominant_emotion === null ? 'no leading emotion' : `leading emotion ${dominant_emotion}`;
  const facts = `${emotion}; subjectivity ${score(subjectivity)}, intensity ${score(intensity)}, confidence ${spell(confidence)}`;
  return [
    heading('Sentiment', describePolarity(polarity), layout),
    `${' '.repeat(INDENT)}negative ${renderGauge(polarity, gaugeColumns(layout))} positive  ${score(polarity)}`,
    ...paragraph(facts, layout),
  ];
}

/** An odd number, so that there is a middle: 21, or what a narrow terminal has room for. */
function gaugeColumns({ width }: Layout): number {
  const room = width - INDENT - 'negative  positive  -0.00'.length;
  return room >= 21 ? 21 : Math.max(room - ((room + 1) % 2), 5);
}
