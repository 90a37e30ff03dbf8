import type { ContentReading } from './read-content.js';

/**
 * What can be measured of a text's quality, each from 0 to 1. What cannot be
 * measured is left out: of a text without content all but its substance, of a short
 * one the two that need several sentences.
 */
export interface QualityIndicators {
  /** What there is to analyse: `1 - exp(-n / 5)` of the `n` different words that carry content. Five words give 0.63, a page 1. */
  readonly substance: number;
  /** Share of the words that are words of a language rather than keyboard mash, and its structure. */
  readonly language_quality?: number;
  /** Absence of advertising: wording, links, capitals, shouting, mass mentions. */
  readonly spam_absence?: number;
  /** Absence of words, patterns and sentences that only repeat what came before. */
  readonly repetition_absence?: number;
  /** Share of content words that did not occur among the fifty words before them: 0.9, as prose has, counts as 1, and 0.3 as 0. From 10 content words. */
  readonly vocabulary_diversity?: number;
  /** Share of sentences tied to the ones before by a word or a pointer such as "this". From 4 sentences. */
  readonly sentence_connectedness?: number;
}

const SUBSTANCE_SCALE = 5;
/** The words of a command or a greeting are hardly content. */
const EMPTY_SHARE = 0.3;
/** Share of fresh words at which the vocabulary counts as full, and as none. */
const FULL_DIVERSITY = 0.9;
const NO_DIVERSITY = 0.3;
const FEWEST_WORDS_FOR_DIVERSITY = 10;
const FEWEST_SENTENCES_FOR_CONNECTEDNESS = 4;
/** Spam is counted for each so many words, so that one advertisement in a long transcript does not condemn it. */
const WORDS_PER_SPAM_UNIT = 40;
/** Points of spam in a unit at which its absence is down to 1/e = 0.37. */
const SPAM_SCALE = 4;
/** Prose has half of its words from the few that hold sentences together; a list of names has none. */
const FEWEST_WORDS_FOR_GRAMMAR = 8;

/** Measures the quality of what was read. A short text is not the worse for being short. */
export function measureQuality(reading: ContentReading, isEnglish: boolean, isEmpty: boolean): QualityIndicators {
  if (isEmpty) return { substance: round(EMPTY_SHARE * substanceOf(reading)) };
  const { words, sentences } = reading;
  const spam = spamAbsence(reading);
  const repetition = 1 - clamp(reading.repeatedWords / Math.max(1, words));
  const language = languageQuality(reading, isEnglish);
  return {
    // What is said to sell, or said again, or mashed, is no substance.
    substance: round(substanceOf(reading) * Math.min(1, spam + 0.3) * Math.min(1, repetition + 0.3) * language),
    language_quality: round(language),
    spam_absence: round(spam),
    repetition_absence: round(repetition),
    ...(reading.contentTokens >= FEWEST_WORDS_FOR_DIVERSITY && {
      vocabulary_diversity: round(clamp((reading.freshWords / reading.contentTokens - NO_DIVERSITY) / (FULL_DIVERSITY - NO_DIVERSITY))),
    }),
    ...(sentences >= FEWEST_SENTENCES_FOR_CONNECTEDNESS && {
      sentence_connectedness: round(clamp(reading.linkedSentences / (sentences - 1))),
    }),
  };
}

/** The mean of the indicators, 0 to 1. */
export function meanQuality(indicators: QualityIndicators): number {
  const values = Object.values(indicators) as number[];
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Two decimals are as much as these measures can tell. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function substanceOf({ contentWords }: ContentReading): number {
  return 1 - Math.exp(-contentWords / SUBSTANCE_SCALE);
}

function languageQuality({ words, oddWords, functionWords, fillers }: ContentReading, isEnglish: boolean): number {
  if (words === 0) return 0;
  const judged = words - functionWords - fillers;
  const odd = judged === 0 ? 0 : oddWords / judged;
  // English without any small words is a list, a keyword pile or mash.
  const hasNoGrammar = isEnglish && words >= FEWEST_WORDS_FOR_GRAMMAR && functionWords / words < 0.08;
  return clamp(1 - odd * 1.2 - (hasNoGrammar ? 0.3 : 0));
}

function spamAbsence(reading: ContentReading): number {
  const { characters, document, links, words } = reading;
  const units = Math.max(1, words / WORDS_PER_SPAM_UNIT);
  const capitals = characters.letters >= 20 ? characters.capitals / characters.letters : 0;
  const pictures = characters.pictures / Math.max(1, words);
  const points =
    reading.spamPoints +
    characters.shouts +
    links * (words < 8 ? 1.5 : 0.5) +
    (capitals > 0.6 ? 2 * units : 0) +
    (pictures > 0.5 ? 1.5 * units : 0) +
    (/@(?:everyone|here)\b/.test(document.text) ? 1 : 0);
  return Math.exp(-points / units / SPAM_SCALE);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
