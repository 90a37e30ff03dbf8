import { foldWord } from './fold-word.js';
import { ADJECTIVE_LIKE_NOUNS } from './lexicon/adjective-like-nouns.js';
import { NAME_JOINERS } from './lexicon/general-words.js';
import { BEFORE_VERBS, DETERMINERS } from './lexicon/neighbours.js';
import { TITLES } from './lexicon/titles.js';
import { createKindOf, type Kind } from './word-kind.js';

/** What is known of a form of a word, whatever text it stands in. */
export interface WordFacts {
  /** The form without a possessive ending. */
  readonly bare: string;
  /** What it shares with its plural and its possessive. */
  readonly stem: Stem;
  readonly kind: Kind;
  readonly shape: Shape;
  /** Whether the word after it is a verb, if it is in small letters. */
  readonly isBeforeVerb: boolean;
  readonly isTo: boolean;
  readonly isDeterminer: boolean;
  /** Whether it may stand before a name with a full stop between: "Dr." */
  readonly isTitle: boolean;
  /** Whether it is a number that may end a name: "COVID-19", "Windows 11", but no year. */
  readonly isNumber: boolean;
  /** Whether it may join the words of a name. */
  readonly isJoiner: boolean;
}

/** What a word looks like by its ending. */
export type Shape = 'noun' | 'adjective' | 'people-adjective' | 'activity';

/** One for all forms of a word. A text marks it with its own number and term, which saves a look-up for every word. */
export interface Stem {
  text: number;
  term: number;
}

/** Looks up words by their lower-case form. */
export interface WordBook {
  readonly look: (lower: string) => WordFacts;
  /** Begins a text and tells its number, which no stem has yet. */
  readonly startText: () => number;
}

/** Words that are kept from text to text; texts share most of theirs. */
const MOST_WORDS = 50_000;

/** Makes a book that works out the facts of each word once. */
export function createWordBook(): WordBook {
  const kindOf = createKindOf();
  const beforeVerbs = setOf(BEFORE_VERBS);
  const determiners = setOf(DETERMINERS);
  const joiners = setOf(NAME_JOINERS);
  const titles = setOf(TITLES);
  const nouns = setOf(ADJECTIVE_LIKE_NOUNS);
  const facts = new Map<string, WordFacts>();
  const stems = new Map<string, Stem>();
  let text = 0;
  return {
    look(lower) {
      return facts.get(lower) ?? add(lower);
    },
    startText() {
      if (facts.size > MOST_WORDS) {
        facts.clear();
        stems.clear();
      }
      text += 1;
      return text;
    },
  };

  function add(lower: string): WordFacts {
    const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
    const key = foldWord(bare);
    const stem = stems.get(key) ?? { text: 0, term: 0 };
    stems.set(key, stem);
    const added = {
      bare,
      stem,
      kind: kindOf(bare),
      shape: nouns.has(bare) ? 'noun' : shapeOf(bare),
      isBeforeVerb: beforeVerbs.has(lower),
      isTo: lower === 'to',
      isDeterminer: determiners.has(lower),
      isTitle: titles.has(lower),
      isNumber: NAME_NUMBER.test(lower),
      isJoiner: joiners.has(lower),
    } as const;
    facts.set(lower, added);
    return added;
  }
}

const NAME_NUMBER = /^\d{1,3}$/;

/** Endings of the adjectives of nations, parties and faiths. */
const PEOPLE_ADJECTIVE = /(?:ian|can|ese|ish)$/;
/** Endings of adjectives. */
const ADJECTIVE = /(?:al|ic|ive|ous|ful|less|able|ible|ary|ent|ant|ier|iest|est)$/;

function shapeOf(word: string): Shape {
  if (PEOPLE_ADJECTIVE.test(word)) return 'people-adjective';
  if (ADJECTIVE.test(word)) return 'adjective';
  return word.endsWith('ing') ? 'activity' : 'noun';
}

function setOf(list: string): Set<string> {
  return new Set(list.split(' '));
}
