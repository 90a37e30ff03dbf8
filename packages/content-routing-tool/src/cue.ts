import { createPhraseIndex, type PhraseIndex } from '@discord-intelligence/analysis-tool';

import { FILLERS, FUNCTION_WORDS, LINKING_WORDS } from './lexicon/everyday-words.js';
import { SPAM } from './lexicon/spam.js';
import { TYPES } from './lexicon/types.js';

/** Wording that speaks for a type of content. */
export interface TypeCue {
  readonly kind: 'type';
  /** Place among all type cues: spellings of one pattern are one cue. */
  readonly id: number;
  /** Place of the type in `TYPES`. */
  readonly type: number;
  readonly points: number;
}

/** Wording of unwanted advertising. */
export interface SpamCue {
  readonly kind: 'spam';
  readonly points: number;
}

/** Words that every text is made of. */
export interface EverydayCue {
  readonly kind: 'function' | 'link' | 'filler' | 'first-person' | 'second-person';
}

/** Whatever the lexicons know of a phrase. */
export type Cue = TypeCue | SpamCue | EverydayCue;

const STRONG_POINTS = 2;
const PLAIN_POINTS = 1;

/** Every lexicon in one index, with the number of type cues in it. */
export function createCueIndex(): { readonly index: PhraseIndex<Cue>; readonly typeCues: number } {
  const entries: [string, Cue][] = [];
  let id = 0;
  for (const [type, { strong, plain }] of TYPES.entries()) {
    for (const [phrases, points] of [[strong, STRONG_POINTS], [plain, PLAIN_POINTS]] as const) {
      for (const phrase of phrases) {
        entries.push([phrase, { kind: 'type', id, type, points }]);
        id += 1;
      }
    }
  }
  for (const { points, phrases } of SPAM) {
    for (const phrase of phrases) entries.push([phrase, { kind: 'spam', points }]);
  }
  const addWords = (words: string, kind: EverydayCue['kind']): void => {
    for (const word of words.split(' ')) entries.push([word, { kind }]);
  };
  addWords(FUNCTION_WORDS, 'function');
  addWords(LINKING_WORDS, 'link');
  addWords(FILLERS, 'filler');
  addWords("i me my mine i'm i've i'd i'll", 'first-person');
  addWords("you your yours you're you've you'd you'll", 'second-person');
  return { index: createPhraseIndex(entries), typeCues: id };
}
