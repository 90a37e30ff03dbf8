import type { Language, TextDocument } from '@discord-intelligence/analysis-tool';
import { type SentimentAnalysis, toConfidenceLevel } from '@discord-intelligence/response-models';

import { EMOTIONS, type Emotion } from './emotion.js';
import type { Lexicon } from './lexicon/build-lexicon.js';
import { scoreSentence } from './score-sentence.js';
import { createTally, type Tally } from './tally.js';

/** Flattens a sum of ratings to -1..1: `x / sqrt(x² + 15)`, VADER's normalisation. */
const NORMALISER = 15;
/** Words from which on a sentence's sum is scaled down: speech without full stops comes in stretches of 80 words. */
const LONG_SENTENCE = 30;
/** Factor of the feeling in a question: to ask whether a thing is good is not to praise it. */
const ASKED = 0.5;
/** Factor of the feeling in a sentence that tells facts and no opinion: "Police said the attack killed two". */
const TOLD = 0.7;
/** Weight of a sentence without feeling beside one with feeling. */
const PLAIN_WEIGHT = 0.3;
/** Polarity below which a text takes no side; VADER's threshold. */
const NEUTRAL_BELOW = 0.05;

/** Measures the sentiment of a document that holds at least one word. */
export function measureSentiment(document: TextDocument, lexicon: Lexicon, language: Language): SentimentAnalysis {
  const tally = createTally();
  const total = { weight: 0, polarity: 0, intensity: 0, evidence: 0, feeling: 0, opinions: 0, facts: 0, positive: 0, negative: 0 };
  for (const sentence of document.sentences) {
    scoreSentence(document, sentence, lexicon, tally);
    const length = sentence.endWord - sentence.firstWord;
    const side = sideOf(tally, length, sentence.isQuestion);
    const weight = tally.evidence === 0 ? PLAIN_WEIGHT : 1;
    total.weight += weight;
    total.polarity += weight * side;
    total.intensity += weight * flatten(tally.strength, length);
    total.evidence += tally.evidence;
    total.feeling += tally.strength;
    total.opinions += tally.opinions;
    total.facts += tally.facts;
    if (side > 0) total.positive += side;
    else total.negative -= side;
  }
  const words = document.words.length;
  const polarity = total.polarity / total.weight;
  const intensity = total.intensity / total.weight;
  if (isForeign(language, words, tally.unlisted)) return inForeignText(polarity, subjectivityOf(total, words), intensity);
  return {
    polarity: round(polarity),
    subjectivity: round(subjectivityOf(total, words)),
    intensity: round(intensity),
    dominant_emotion: dominantEmotion(tally.emotions, polarity, words),
    confidence: toConfidenceLevel(confidenceOf(polarity, total, words)),
  };
}

type Totals = Readonly<Record<'evidence' | 'feeling' | 'opinions' | 'facts' | 'positive' | 'negative', number>>;

function sideOf(tally: Tally, length: number, isQuestion: boolean): number {
  const isAsked = isQuestion && tally.exclamations === 0;
  const isTold = tally.facts > 0 && tally.opinions === 0 && tally.exclamations === 0;
  return flatten(tally.sum, length) * (isAsked ? ASKED : 1) * (isTold ? TOLD : 1);
}

function flatten(sum: number, length: number): number {
  const scaled = sum / Math.max(1, Math.sqrt(length / LONG_SENTENCE));
  return scaled / Math.sqrt(scaled * scaled + NORMALISER);
}

/** Rating points of feeling that weigh as much as one word of opinion. */
const FEELING_PER_OPINION = 2;
/** Plain words that weigh as much as one word of fact. */
const WORDS_PER_FACT = 12;

/** Share of opinion: `O / (O + F)`, O being words of opinion and of feeling, F words of fact, numbers and plain words. */
function subjectivityOf({ feeling, opinions, facts }: Totals, words: number): number {
  const opinion = opinions + feeling / FEELING_PER_OPINION;
  return opinion / (opinion + facts + words / WORDS_PER_FACT);
}

/** Share of all emotion that the leading one must have. */
const LEADING_SHARE = 0.35;
/** One emotion word in so many words is what a text without any particular emotion has too. */
const WORDS_PER_STRAY_EMOTION = 120;
/** Emotions that speak against a text of the other side. */
const GLAD: ReadonlySet<Emotion> = new Set(['joy', 'trust', 'anticipation']);
const BAD: ReadonlySet<Emotion> = new Set(['anger', 'fear', 'sadness', 'disgust']);

function dominantEmotion(emotions: Readonly<Record<Emotion, number>>, polarity: number, words: number): Emotion | null {
  const fits = (emotion: Emotion): boolean => !(polarity < -0.1 && GLAD.has(emotion)) && !(polarity > 0.1 && BAD.has(emotion));
  let leading: Emotion | null = null;
  let most = 0;
  let all = 0;
  for (const emotion of EMOTIONS) {
    const weight = emotions[emotion];
    all += weight;
    if (weight > most && fits(emotion)) {
      leading = emotion;
      most = weight;
    }
  }
  return most >= Math.max(0.5, words / WORDS_PER_STRAY_EMOTION) && most >= all * LEADING_SHARE ? leading : null;
}

/** Pieces of evidence at which confidence is half way up. */
const HALF_EVIDENCE = 2.5;
/** Words without feeling that say as much for a neutral text as one feeling word says for a side. */
const WORDS_PER_NEUTRAL_EVIDENCE = 25;

/** Amount of evidence times how much of it agrees, from 0.2 upwards. */
function confidenceOf(polarity: number, { evidence, positive, negative }: Totals, words: number): number {
  const isNeutral = Math.abs(polarity) < NEUTRAL_BELOW;
  const amount = isNeutral ? words / WORDS_PER_NEUTRAL_EVIDENCE : evidence;
  const agreement = isNeutral ? 1 - (positive + negative === 0 ? 0 : 0.5) : Math.abs(positive - negative) / (positive + negative);
  return 0.2 + 0.75 * (amount / (amount + HALF_EVIDENCE)) * agreement;
}

/** Confidence of the language detector, and number of words, from which on it is believed without a look at the words. */
const SURE_LANGUAGE = 0.3;
const ENOUGH_WORDS = 4;
/** Share of words of no list above which a text is not English; English text has about 0.4. */
const MANY_UNLISTED = 0.67;
/** What is left of the feeling in a text of another language: only its loan words and false friends were read. */
const FOREIGN = 0.25;

/** Short English text is easily taken for another language, so its words have a say. */
function isForeign({ code, confidence }: Language, words: number, unlisted: number): boolean {
  if (code === 'en' || code === 'und') return false;
  return (confidence >= SURE_LANGUAGE && words >= ENOUGH_WORDS) || unlisted > MANY_UNLISTED * words;
}

function inForeignText(polarity: number, subjectivity: number, intensity: number): SentimentAnalysis {
  return {
    polarity: round(FOREIGN * polarity),
    subjectivity: round(FOREIGN * subjectivity),
    intensity: round(FOREIGN * intensity),
    dominant_emotion: null,
    confidence: 'low',
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
