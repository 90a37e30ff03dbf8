import { COMPANION_WORDS, GENERAL_WORDS, QUALIFIERS } from './lexicon/general-words.js';
import { NOT_ADVERBS, NOT_PARTICIPLES, NOUNS_IN_ING, STOP_WORDS, VERB_FORMS, VERBS } from './lexicon/stop-words.js';

/** What a word can do in a topic. */
export const KIND = {
  /** Parts topics: grammar, talk, numbers. */
  stop: 0,
  /** Parts topics too, but is let into a name: verbs, adverbs, words that stand for anything. */
  general: 1,
  /** Qualifies the noun after it. */
  qualifier: 2,
  /** A noun that stands in a topic beside another word only. */
  companion: 3,
  /** Can be a topic by itself. */
  topical: 4,
} as const;

/** One of {@link KIND}. */
export type Kind = (typeof KIND)[keyof typeof KIND];

/** Makes the function that tells a word's kind from its lower-case form. Its tables take a few milliseconds. */
export function createKindOf(): (lower: string) => Kind {
  const kinds = new Map<string, Kind>();
  const mark = (list: string, kind: Kind): void => {
    for (const word of list.split(' ')) kinds.set(word, kind);
  };
  for (const verb of VERBS.split(' ')) for (const form of formsOf(verb)) kinds.set(form, KIND.general);
  mark(VERB_FORMS, KIND.general);
  mark(GENERAL_WORDS, KIND.general);
  mark(COMPANION_WORDS, KIND.companion);
  mark(QUALIFIERS, KIND.qualifier);
  mark(NOUNS_IN_ING, KIND.topical);
  mark(STOP_WORDS, KIND.stop);
  const exceptions = new Set(`${NOT_ADVERBS} ${NOT_PARTICIPLES}`.split(' '));
  return (lower) => kinds.get(lower) ?? (exceptions.has(lower) ? KIND.topical : kindByForm(lower));
}

function formsOf(verb: string): string[] {
  const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
  const third = /(?:s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}

/** Words longer than this are keys, addresses or noise. */
const LONGEST_TOPIC_WORD = 30;
/** Mixtures of letters and digits longer than this are identifiers; "5g", "b12" and "covid19" are words. */
const LONGEST_MIXED_WORD = 8;

function kindByForm(lower: string): Kind {
  if (lower.length > LONGEST_TOPIC_WORD || !LETTER.test(lower) || isContraction(lower)) return KIND.stop;
  if (INITIAL.test(lower)) return KIND.general;
  if (DIGIT.test(lower) && (lower.length > LONGEST_MIXED_WORD || MEASURE.test(lower))) return KIND.stop;
  if (TRIPLE.test(lower)) return KIND.stop;
  return lower.length > 4 && (lower.endsWith('ly') || lower.endsWith('ed')) ? KIND.general : KIND.topical;
}

/** Variation selectors of emoji come as words, and so do marks that lost their letter. */
const LETTER = /\p{L}/u;
/** One letter by itself. It may be of several code units: "İ" has two in lower case, and letters outside the basic plane always. */
const INITIAL = /^\p{L}\p{M}*$/u;
const DIGIT = /\d/;
/** "10km", "3rd", "90s". */
const MEASURE = /^\d+(?:st|nd|rd|th|s|k|m|bn|x|am|pm|h|kg|km|cm|mm|ft|lb|lbs|min|px|gb|mb|tb)$/;
/** A letter three times is a cry or noise. */
const TRIPLE = /(.)\1\1/u;

function isContraction(lower: string): boolean {
  return lower.includes("'") && CONTRACTED.some((ending) => lower.endsWith(ending));
}

const CONTRACTED = ["n't", "'re", "'ve", "'ll", "'d", "'m"];
