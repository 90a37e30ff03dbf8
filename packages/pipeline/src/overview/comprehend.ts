import type { TextDocument } from '@discord-intelligence/analysis-tool';
import type { ContentRouting } from '@discord-intelligence/content-routing-tool';
import {
  type ComprehensiveAnalysis,
  type FallacyAnalysisResult,
  fallacyLabel,
  type KeyTopics,
  type PerspectiveAnalysisResult,
  type SentimentAnalysis,
} from '@discord-intelligence/response-models';

/** The results that there are; null for those that were not asked for or could not be had. */
export interface Findings {
  readonly fallacies: FallacyAnalysisResult | null;
  readonly perspectives: PerspectiveAnalysisResult | null;
  readonly sentiment: SentimentAnalysis | null;
  readonly topics: KeyTopics | null;
  readonly routing: ContentRouting | null;
}

/**
 * Makes the comprehensive analysis of what the single analyses found. Each result
 * was held to its model by its tool, so none is parsed a second time here.
 */
export function comprehend(findings: Findings, document: TextDocument): ComprehensiveAnalysis {
  return {
    fallacy_analysis: findings.fallacies,
    perspective_analysis: findings.perspectives,
    sentiment: findings.sentiment,
    key_topics: findings.topics ?? [],
    executive_summary: summarize(findings, document),
    actionable_insights: insightsOf(findings),
    metadata: { words: document.words.length, sentences: document.sentences.length },
  };
}

/** One sentence for each analysis that there is, after one that says what was read. */
function summarize({ fallacies, perspectives, sentiment, topics, routing }: Findings, document: TextDocument): string {
  return [
    `The text has been read and analysed: ${count(document.words.length, 'word')} in ${count(document.sentences.length, 'sentence')}${topicsOf(topics)}.`,
    fallacies && fallacySentence(fallacies),
    perspectives && perspectiveSentence(perspectives),
    sentiment && sentimentSentence(sentiment),
    routing && routingSentence(routing),
  ]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

/** Topics are the text's own words, so a summary names few of them, and short ones. */
function topicsOf(topics: KeyTopics | null): string {
  const names = (topics ?? []).slice(0, 3).map(({ topic }) => (topic.length > 60 ? `${topic.slice(0, 59)}…` : topic));
  return names.length === 0 ? '' : `; its main ${names.length === 1 ? 'topic is' : 'topics are'} ${joinWords(names)}`;
}

function fallacySentence({ fallacies, credibility_score }: FallacyAnalysisResult): string {
  const credibility = `its reasoning scores ${credibility_score.toFixed(2)} of 1 for credibility`;
  if (fallacies.length === 0) return `No fallacy was found, and ${credibility}.`;
  const counts = new Map<string, number>();
  for (const { fallacy_type } of fallacies) counts.set(fallacy_type, (counts.get(fallacy_type) ?? 0) + 1);
  const names = [...new Set(fallacies.map(({ fallacy_type }) => fallacy_type))].slice(0, 5).map((type) => {
    const times = counts.get(type) ?? 1;
    return times === 1 ? fallacyLabel(type).toLowerCase() : `${fallacyLabel(type).toLowerCase()} (${times} times)`;
  });
  const more = counts.size > names.length ? ` and ${count(counts.size - names.length, 'other kind')}` : '';
  return `${count(fallacies.length, 'possible fallacy', 'possible fallacies')} stand${fallacies.length === 1 ? 's' : ''} out: ${more === '' ? joinWords(names) : `${names.join(', ')}${more}`}; ${credibility}.`;
}

function perspectiveSentence({ dominant_perspective, bias_score, balance_score }: PerspectiveAnalysisResult): string {
  const side = dominant_perspective === null ? 'No standpoint leads' : `The leading standpoint is ${dominant_perspective}`;
  return `${side}, with bias ${bias_score.toFixed(2)} and balance ${balance_score.toFixed(2)}.`;
}

function sentimentSentence({ polarity, dominant_emotion }: SentimentAnalysis): string {
  const emotion = dominant_emotion === null ? '' : `, and the leading emotion is ${dominant_emotion}`;
  return `The mood is ${describePolarity(polarity)}${emotion}.`;
}

/** Thresholds of ±0.05 mark neutral, as in Hutto and Gilbert (2014); ±0.5 marks strong. */
function describePolarity(polarity: number): string {
  const strength = Math.abs(polarity);
  if (strength < 0.05) return 'neutral';
  return `${strength < 0.5 ? 'mildly' : 'strongly'} ${polarity > 0 ? 'positive' : 'negative'}`;
}

function routingSentence({ classification, decision }: ContentRouting): string {
  const verdict = decision.should_process ? 'is worth processing' : 'is not worth processing';
  return `It reads as ${classification.primary_type} content and ${verdict}.`;
}

/** What a reader can do: the worst flaws first, then fairness, then routing. */
function insightsOf({ fallacies, perspectives, routing }: Findings): string[] {
  const unique = new Set([
    ...(fallacies?.recommendations ?? []),
    ...(perspectives?.recommendations ?? []),
    ...(routing?.classification.recommendations ?? []),
  ]);
  return [...unique].slice(0, 10);
}

function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function count(number: number, singular: string, plural = `${singular}s`): string {
  return `${number} ${number === 1 ? singular : plural}`;
}
