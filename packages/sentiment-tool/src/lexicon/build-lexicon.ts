import { type Emotion, EMOTIONS } from '../emotion.js';
import { ADDED_WORDS, NEUTRAL_WORDS, SUBJECT_SHARE, SUBJECT_WORDS } from './adjusted-words.js';
import { EMOJI } from './emoji.js';
import { EMOTICONS } from './emoticons.js';
import { EMOTION_WORDS } from './emotion-words.js';
import {
  BEFORE_LIKING,
  BOOST,
  CONCESSIONS,
  CONTRASTS,
  DAMPENERS,
  FEELING_INTENSIFIERS,
  INTENSIFIERS,
  NEGATORS,
  OPINION_VERBS,
  PASSABLE_WORDS,
} from './modifiers.js';
import { FACT_WORDS, OPINION_WORDS } from './opinion-markers.js';
import { NEGATING_PHRASES, PHRASE_EMOTIONS, PHRASES, PLAIN_PHRASES, WISH_VALENCE, WISHES } from './phrases.js';
import { VALENCE_WORDS } from './valence-words.js';

/** All that is known of one word; one look-up tells it. */
export interface Entry {
  /** How good or bad the word is, -4 to 4; 0 when neither. */
  readonly valence: number;
  readonly emotion: Emotion | null;
  /** What the word adds to the rating of the feeling word after it; 0 for most. */
  readonly boost: number;
  /** Whether the word is an intensifier only before a feeling word. */
  readonly isFeelingIntensifier: boolean;
  readonly isNegator: boolean;
  readonly isContrast: boolean;
  readonly isConcession: boolean;
  /** Whether the word leaves the reach of a negation as it is. */
  readonly isPassable: boolean;
  readonly isOpinionVerb: boolean;
  readonly isOpinion: boolean;
  readonly isFact: boolean;
  /** The words one of which must stand right before this one for it to have a feeling. */
  readonly onlyAfter: ReadonlySet<string> | undefined;
  /** Groups of words that begin with this one, by their second word, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]> | undefined;
}

/** A group of words that is judged as one. */
export interface Phrase {
  /** The words after the second. */
  readonly rest: readonly string[];
  readonly valence: number;
  readonly emotion: Emotion | null;
  readonly isNegator: boolean;
}

/** A mark of feeling outside the words. */
export interface FeelingMark {
  readonly valence: number;
  readonly emotion: Emotion | null;
}

/** Everything the analysis looks up. */
export interface Lexicon {
  readonly words: ReadonlyMap<string, Entry>;
  /** By code point. */
  readonly emoji: ReadonlyMap<number, FeelingMark>;
  readonly emoticons: ReadonlyMap<string, FeelingMark>;
}

const PLAIN_WORD: Entry = {
  valence: 0,
  emotion: null,
  boost: 0,
  isFeelingIntensifier: false,
  isNegator: false,
  isContrast: false,
  isConcession: false,
  isPassable: false,
  isOpinionVerb: false,
  isOpinion: false,
  isFact: false,
  onlyAfter: undefined,
  phrases: undefined,
};

/** Makes the look-up tables of the word lists; takes a few milliseconds. */
export function buildLexicon(): Lexicon {
  const words = new Map<string, Entry>();
  for (const [valence, list] of VALENCE_WORDS) {
    // Most words are nothing but a rating: those of one rating share an entry, and an entry never changes.
    const entry = { ...PLAIN_WORD, valence };
    for (const word of list.split(' ')) words.set(word, entry);
  }
  const mark = (list: string, change: Partial<Entry>): void => {
    for (const word of list.split(' ')) words.set(word, { ...(words.get(word) ?? PLAIN_WORD), ...change });
  };
  mark(NEUTRAL_WORDS, { valence: 0 });
  for (const word of SUBJECT_WORDS.split(' ')) mark(word, { valence: (words.get(word)?.valence ?? 0) * SUBJECT_SHARE });
  for (const [valence, list] of ADDED_WORDS) mark(list, { valence });
  for (const emotion of EMOTIONS) mark(EMOTION_WORDS[emotion], { emotion });
  mark(INTENSIFIERS, { boost: BOOST });
  mark(DAMPENERS, { boost: -BOOST });
  mark(FEELING_INTENSIFIERS, { isFeelingIntensifier: true });
  mark(NEGATORS, { isNegator: true });
  mark(CONTRASTS, { isContrast: true });
  mark(CONCESSIONS, { isConcession: true });
  mark(PASSABLE_WORDS, { isPassable: true });
  mark(OPINION_VERBS, { isOpinionVerb: true });
  mark(OPINION_WORDS, { isOpinion: true });
  mark(FACT_WORDS, { isFact: true });
  mark('like', { onlyAfter: new Set(BEFORE_LIKING.split(' ')) });
  for (const [first, phrases] of groupPhrases()) mark(first, { phrases });
  return {
    words,
    emoji: marksOf(EMOJI, (list) => Array.from(list, (emoji) => emoji.codePointAt(0)!)),
    emoticons: marksOf(EMOTICONS, (list) => list.split(' ')),
  };
}

/** The phrases by their first word, and those by their second. */
function groupPhrases(): Map<string, Map<string, Phrase[]>> {
  const emotions = new Map(PHRASE_EMOTIONS.flatMap(([emotion, phrases]) => phrases.map((phrase) => [phrase, emotion] as const)));
  const groups = new Map<string, Map<string, Phrase[]>>();
  const add = (phrase: string, valence: number, isNegator: boolean): void => {
    const [first, second, ...rest] = phrase.split(' ') as [string, string, ...string[]];
    const group = groups.get(first) ?? new Map<string, Phrase[]>();
    groups.set(first, group);
    const likeIt = [...(group.get(second) ?? []), { rest, valence, emotion: emotions.get(phrase) ?? null, isNegator }];
    group.set(second, likeIt.sort((one, other) => other.rest.length - one.rest.length));
  };
  for (const [valence, phrases] of PHRASES) for (const phrase of phrases) add(phrase, valence, false);
  for (const phrase of PLAIN_PHRASES) add(phrase, 0, false);
  for (const phrase of NEGATING_PHRASES) add(phrase, 0, true);
  for (const phrase of WISHES) add(phrase, WISH_VALENCE, true);
  return groups;
}

function marksOf<Key>(
  rows: readonly (readonly [valence: number, emotion: Emotion | null, list: string])[],
  keysOf: (list: string) => readonly Key[],
): Map<Key, FeelingMark> {
  return new Map(rows.flatMap(([valence, emotion, list]) => keysOf(list).map((key) => [key, { valence, emotion }] as const)));
}
