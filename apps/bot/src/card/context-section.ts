import type { AnalysisReport } from '@discord-intelligence/pipeline';
import type { KeyTopics, PerspectiveAnalysisResult, SentimentAnalysis } from '@discord-intelligence/response-models';

import { fitText } from '../text/fit-text.js';
import { isolate } from '../text/isolate.js';

import { bar, percent } from './scale.js';
import { joinSections, type Section } from './section.js';

/** Room in UTF-16 code units. */
const EMOTION_LENGTH = 40;
const TOPIC_LENGTH = 48;
const ACTION_LENGTH = 60;
const TOPICS_SHOWN = 5;

/** Balance, mood, topics and routing, a line each: at most 600 UTF-16 code units. */
export function contextSection({ analysis, routing }: AnalysisReport): Section | undefined {
  return joinSections([
    analysis?.perspective_analysis ? perspectiveLine(analysis.perspective_analysis) : undefined,
    analysis?.sentiment ? sentimentLine(analysis.sentiment) : undefined,
    analysis && analysis.key_topics.length > 0 ? topicsLine(analysis.key_topics) : undefined,
    routing ? routingLine(routing) : undefined,
  ]);
}

function perspectiveLine({ balance_score, bias_score, dominant_perspective }: PerspectiveAnalysisResult): Section {
  const leading = dominant_perspective === null ? 'no leading standpoint' : `leading standpoint: ${dominant_perspective}`;
  return {
    text: `**Balance** ${bar(balance_score)} ${percent(balance_score)} · bias ${percent(bias_score)} · ${leading}`,
    isCut: false,
  };
}

function sentimentLine({ polarity, subjectivity, dominant_emotion }: SentimentAnalysis): Section {
  const emotion = dominant_emotion === null ? '' : ` · ${fitText(dominant_emotion, EMOTION_LENGTH).text}`;
  return { text: `**Mood** ${describeMood(polarity)} · ${percent(subjectivity)} opinion${emotion}`, isCut: false };
}

/** ±0.05 bounds neutral, as in Hutto and Gilbert (2014), "VADER"; ±0.5 bounds strong. */
function describeMood(polarity: number): string {
  const strength = Math.abs(polarity);
  if (!(strength >= 0.05)) return 'neutral';
  return `${strength < 0.5 ? 'mildly' : 'strongly'} ${polarity > 0 ? 'positive' : 'negative'}`;
}

function topicsLine(topics: KeyTopics): Section {
  const shown = topics.slice(0, TOPICS_SHOWN).map(({ topic }) => fitText(topic, TOPIC_LENGTH));
  const more = topics.length - shown.length;
  return {
    text: `**Topics** ${shown.map(({ text }) => isolate(text)).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    isCut: more > 0 || shown.some(({ isCut }) => isCut),
  };
}

function routingLine({ classification, decision }: NonNullable<AnalysisReport['routing']>): Section {
  const action = fitText(decision.suggested_action.replaceAll('_', ' '), ACTION_LENGTH).text;
  return { text: `**Kind** ${classification.primary_type} · suggested action: ${isolate(action)}`, isCut: false };
}
