import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { type FallacyAnalysisResult, fallacyLabel, type PerspectiveAnalysisResult } from '@discord-intelligence/response-models';

import { percent } from '../card/scale.js';
import { byWeight } from '../card/severity.js';
import { cleanText } from '../text/clean-text.js';
import { escapeMarkdown } from '../text/escape-markdown.js';
import { isolate } from '../text/isolate.js';

import { limitationsOf, provenance } from './provenance.js';

/** The whole report as Markdown. Nothing out of the analysed text can become markup. */
export function renderReport(report: AnalysisReport): string {
  const { analysis, routing, status, reason } = report;
  const parts = [
    '# Analysis',
    analysis && shown(analysis.executive_summary),
    analysis?.fallacy_analysis && fallacyPart(analysis.fallacy_analysis),
    analysis?.perspective_analysis && perspectivePart(analysis.perspective_analysis),
    analysis?.sentiment &&
      `## Mood\n\nPolarity ${analysis.sentiment.polarity.toFixed(2)} from −1 to 1, ${percent(analysis.sentiment.subjectivity)} opinion, ` +
        `intensity ${percent(analysis.sentiment.intensity)}, leading emotion: ${shown(analysis.sentiment.dominant_emotion ?? 'none')}.`,
    analysis && list('Topics', analysis.key_topics.map(({ topic, relevance }) => `${isolate(shown(topic))} (${percent(relevance)})`)),
    routing &&
      `## Routing\n\nKind: ${routing.classification.primary_type}. Suggested action: ${shown(routing.decision.suggested_action)}.\n\n` +
        shown(routing.decision.reasoning),
    analysis && list('What to do', analysis.actionable_insights.map(shown)),
    list('Limits', limitationsOf(report).map(shown)),
    `## Method\n\n${provenance(report).map(shown).join(', ')}`,
    reason && `${status}: ${shown(reason)}`,
  ];
  return `${parts.filter((part) => part !== null && part !== undefined && part !== '').join('\n\n')}\n`;
}

function fallacyPart({ fallacies, credibility_score, overall_quality, summary }: FallacyAnalysisResult): string {
  return [
    '## Reasoning',
    `Credibility ${percent(credibility_score)}, quality ${overall_quality.replace('_', ' ')}. ${shown(summary)}`,
    ...byWeight(fallacies).map(
      ({ fallacy_type, severity, confidence, quote, explanation, line_number }, index) =>
        `### ${index + 1}\\. ${fallacyLabel(fallacy_type)}\n\n` +
        `${severity} severity, ${confidence.replace('_', ' ')} confidence${line_number === null ? '' : `, line ${line_number}`}\n\n` +
        `> ${isolate(shown(quote))}\n\n${shown(explanation)}`,
    ),
  ].join('\n\n');
}

function perspectivePart(result: PerspectiveAnalysisResult): string {
  const { balance_score, bias_score, framing_analysis, perspectives, omitted_perspectives } = result;
  return [
    '## Perspectives',
    `Balance ${percent(balance_score)}, bias ${percent(bias_score)}. ${shown(framing_analysis)}`,
    perspectives
      .map(({ perspective_type, prominence, evidence }) => `- **${perspective_type}** (${percent(prominence)}): ${isolate(shown(evidence))}`)
      .join('\n'),
    omitted_perspectives.length === 0 ? '' : `Missing: ${omitted_perspectives.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function list(title: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${title}\n\n${items.map((item) => `- ${item}`).join('\n')}`;
}

function shown(text: string): string {
  return escapeMarkdown(cleanText(text));
}
