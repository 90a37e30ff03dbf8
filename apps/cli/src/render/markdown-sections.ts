import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { type FallacyInstance, fallacyLabel } from '@discord-intelligence/response-models';

import { escapeMarkdown } from './escape-markdown.js';
import { limitationsOf, NO_FALLACY_FOUND } from './report-facts.js';
import { describePolarity, score, spell } from './words.js';

/** Each fallacy with its passage as a block quote. */
export function fallacyBlocks({ analysis }: AnalysisReport): string[] {
  const result = analysis?.fallacy_analysis;
  if (result == null) return [];
  const { fallacies, overall_quality, credibility_score } = result;
  return [
    `${fallacies.length} found; reasoning ${spell(overall_quality)}, credibility ${score(credibility_score)} of 1.`,
    ...(fallacies.length === 0 ? [NO_FALLACY_FOUND] : fallacies.flatMap(oneFallacy)),
  ];
}

/** The standpoints as a table, then how evenly the text treats them. */
export function perspectiveBlocks({ analysis }: AnalysisReport): string[] {
  const result = analysis?.perspective_analysis;
  if (result == null) return [];
  const { perspectives, dominant_perspective, balance_score, bias_score, framing_analysis } = result;
  const rows = perspectives.map(({ perspective_type, prominence, confidence, evidence }) => [
    spell(perspective_type) + (perspective_type === dominant_perspective ? ' (leads)' : ''),
    score(prominence),
    spell(confidence),
    escapeMarkdown(evidence),
  ]);
  return [
    rows.length === 0 ? 'No standpoint was made out.' : table(['Standpoint', 'Prominence', 'Confidence', 'Evidence'], rows),
    `Balance ${score(balance_score)} (0 one side only, 1 even), bias ${score(bias_score)} (0 even-handed, 1 propaganda).`,
    escapeMarkdown(framing_analysis),
  ];
}

/** The feeling in one sentence. */
export function sentimentBlocks({ analysis }: AnalysisReport): string[] {
  const result = analysis?.sentiment;
  if (result == null) return [];
  const { polarity, subjectivity, intensity, dominant_emotion, confidence } = result;
  const emotion = dominant_emotion === null ? 'no leading emotion' : `leading emotion ${escapeMarkdown(dominant_emotion)}`;
  return [
    `${describePolarity(polarity)} (${score(polarity)}), ${emotion}, subjectivity ${score(subjectivity)}, intensity ${score(intensity)}, confidence ${spell(confidence)}.`,
  ];
}

/** The topics as a table. */
export function topicBlocks({ analysis }: AnalysisReport): string[] {
  const topics = analysis?.key_topics ?? [];
  if (topics.length === 0) return ['No topic stands out.'];
  const rows = topics.map(({ topic, relevance, keywords }) => [
    escapeMarkdown(topic),
    score(relevance),
    escapeMarkdown(keywords.join(', ')),
  ]);
  return [table(['Topic', 'Relevance', 'Keywords'], rows)];
}

/** The kind of content and what to do with it. */
export function routingBlocks({ routing }: AnalysisReport): string[] {
  if (routing === null) return [];
  const { classification, decision } = routing;
  const also = classification.secondary_types.length === 0 ? '' : `, also ${classification.secondary_types.join(', ')}`;
  return [
    `**${classification.primary_type}** (${score(classification.confidence)})${also}; ` +
      `pipeline ${escapeMarkdown(spell(classification.recommended_pipeline))}, ` +
      `action ${escapeMarkdown(spell(decision.suggested_action))}, value ${score(decision.estimated_value)}.`,
    escapeMarkdown(decision.reasoning),
  ];
}

/** What the method could not see, all of it. */
export function limitationBlocks(report: AnalysisReport): string[] {
  const limitations = limitationsOf(report);
  if (limitations.length === 0) return [];
  return ['## What this cannot see', limitations.map((text) => `- ${escapeMarkdown(text)}`).join('\n')];
}

function oneFallacy(fallacy: FallacyInstance, index: number): string[] {
  const { fallacy_type, severity, confidence, line_number, quote, explanation } = fallacy;
  const place = line_number === null ? '' : `, line ${line_number}`;
  return [
    `### ${index + 1}. ${fallacyLabel(fallacy_type)}`,
    `**${severity} severity**, confidence ${spell(confidence)}${place}`,
    `> ${escapeMarkdown(quote)}`,
    escapeMarkdown(explanation),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
