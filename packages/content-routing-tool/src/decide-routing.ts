import { type Language, languageName } from '@discord-intelligence/analysis-tool';
import { CONFIDENCE_VALUES, type ConfidenceLevel, type ContentRoutingDecision, toConfidenceLevel } from '@discord-intelligence/response-models';

import { count, type Emptiness } from './emptiness.js';
import { meanQuality, type QualityIndicators, round } from './measure-quality.js';
import type { ContentReading } from './read-content.js';

/** What to do with a text, and what decided it. */
interface Verdict {
  readonly action: 'process' | 'skip' | 'flag_for_review';
  /** A sentence with the figures that decided. */
  readonly because: string;
  /** How sure the verdict is, 0 to 1. */
  readonly sureness: number;
}

/** The model's rules: below this mean nothing is processed ... */
const LEAST_MEAN = 0.3;
/** ... and above this one nothing is left out. */
const MOST_MEAN = 0.7;

/** What a decision rests on. */
export interface Judged {
  readonly reading: ContentReading;
  readonly indicators: QualityIndicators;
  /** Why there is nothing to analyse, if so. */
  readonly emptiness: Emptiness | undefined;
  readonly language: Language;
  /** Whether the text is mostly program code. */
  readonly isCode: boolean;
}

/** Decides whether a text is worth an analysis. Short texts are judged by what they hold, not by their length. */
export function decideRouting(judged: Judged): ContentRoutingDecision {
  const { reading, indicators, isCode } = judged;
  const mean = meanQuality(indicators);
  const verdict = judge(judged);
  const { action, because } = agreeWithMean(verdict, mean);
  const shouldProcess = action === 'process' || (action === 'flag_for_review' && mean >= LEAST_MEAN);
  return {
    should_process: shouldProcess,
    confidence: confidenceOf(verdict, reading, action !== verdict.action),
    reasoning: `${because} ${figures(reading, indicators, mean)}`,
    quality_indicators: { ...indicators },
    suggested_action: action,
    estimated_value: estimateValue(reading, mean, shouldProcess, isCode),
  };
}

function judge({ reading, indicators, emptiness, language, isCode }: Judged): Verdict {
  return (
    (emptiness && { action: 'skip', ...emptiness }) ??
    judgeMash(reading, indicators, language) ??
    judgeSpam(reading, indicators) ??
    judgeRepetition(reading, indicators) ??
    judgeForeign(language) ??
    judgeCode(isCode) ?? {
      action: 'process',
      because: `The text holds ${count(reading.contentWords, 'content word')} in ${count(reading.sentences, 'sentence')} and nothing speaks against an analysis.`,
      sureness: 0.6 + 0.35 * indicators.substance,
    }
  );
}

const GIBBERISH = 0.5;
const SUSPECT = 0.75;

function judgeMash({ oddWords, words }: ContentReading, { language_quality: quality = 1 }: QualityIndicators, language: Language): Verdict | undefined {
  const share = `${oddWords} of ${count(words, 'word')} ${oddWords === 1 ? 'looks' : 'look'} like keyboard mash.`;
  if (oddWords > 0 && quality < GIBBERISH) return skip(share, 0.6 + 0.35 * (1 - quality));
  if (oddWords > 1 && quality < SUSPECT && (language.code === 'en' || language.code === 'und')) return flag(share, 0.5);
  return undefined;
}

const SPAM = 0.45;
const SUSPECT_SPAM = 0.65;

function judgeSpam({ spamExamples, characters, links }: ContentReading, { spam_absence: absence = 1 }: QualityIndicators): Verdict | undefined {
  if (absence >= SUSPECT_SPAM) return undefined;
  const signs = [
    ...spamExamples.map((example) => `"${example}"`),
    ...(characters.shouts > 0 ? [count(characters.shouts, 'run of exclamation or question marks', 'runs of exclamation or question marks')] : []),
    ...(links > 0 ? [count(links, 'link')] : []),
    ...(characters.capitals > characters.letters * 0.6 ? ['capital letters throughout'] : []),
  ];
  const because = `The text reads like advertising or shouting${signs.length > 0 ? ` (${signs.join(', ')})` : ''}: spam absence ${absence.toFixed(2)}.`;
  // Shouting alone is bad manners and may still be an argument.
  return absence < SPAM && spamExamples.length > 0 ? skip(because, 0.6 + 0.35 * (1 - absence)) : flag(because, 0.5);
}

const REPETITIVE = 0.4;
const SUSPECT_REPETITION = 0.65;

function judgeRepetition({ repeatedWords, words }: ContentReading, { repetition_absence: absence = 1 }: QualityIndicators): Verdict | undefined {
  if (absence >= SUSPECT_REPETITION) return undefined;
  const because = `${repeatedWords} of ${count(words, 'word')} only repeat what came before.`;
  return absence < REPETITIVE ? skip(because, 0.6 + 0.35 * (1 - absence)) : flag(because, 0.5);
}

/** Below this a guess at the language is not told to people. */
const SURE_OF_LANGUAGE = 0.4;

function judgeForeign({ code, confidence }: Language): Verdict | undefined {
  if (code === 'en' || code === 'und' || confidence < SURE_OF_LANGUAGE) return undefined;
  return flag(`The text seems to be ${languageName(code)}, which only a language model can judge.`, 0.4);
}

function judgeCode(isCode: boolean): Verdict | undefined {
  return isCode ? flag('The text is mostly program code or markup, which holds little to judge.', 0.6) : undefined;
}

/** The two rules of the model. A verdict against the mean is handed to a person instead. */
function agreeWithMean(verdict: Verdict, mean: number): Verdict {
  if (verdict.action === 'skip' && mean > MOST_MEAN) return { ...verdict, action: 'flag_for_review' };
  if (verdict.action === 'process' && mean < LEAST_MEAN) return skip(`The mean quality indicator is ${mean.toFixed(2)}, below ${LEAST_MEAN}.`, 0.5);
  return verdict;
}

function confidenceOf({ sureness }: Verdict, { words }: ContentReading, isOverruled: boolean): ConfidenceLevel {
  const most = words < 12 ? CONFIDENCE_VALUES.high : CONFIDENCE_VALUES.very_high;
  return isOverruled ? 'low' : toConfidenceLevel(Math.min(most, sureness));
}

/** Content words at which a text is 63 % as rich as one can be. */
const RICHNESS_SCALE = 40;

/** Quality times richness; half of the worth is there from the first claim. */
function estimateValue({ contentWords }: ContentReading, mean: number, shouldProcess: boolean, isCode: boolean): number {
  if (!shouldProcess) return round(0.1 * mean);
  const richness = 1 - Math.exp(-contentWords / RICHNESS_SCALE);
  return round(mean * (0.5 + 0.5 * richness) * (isCode ? 0.4 : 1));
}

function figures({ words }: ContentReading, indicators: QualityIndicators, mean: number): string {
  const parts = Object.entries(indicators).map(([name, value]) => `${name.replaceAll('_', ' ')} ${(value as number).toFixed(2)}`);
  return `Measured over ${count(words, 'word')}: ${parts.join(', ')}; mean ${mean.toFixed(2)}.`;
}

function skip(because: string, sureness: number): Verdict {
  return { action: 'skip', because, sureness };
}

function flag(because: string, sureness: number): Verdict {
  return { action: 'flag_for_review', because, sureness };
}
