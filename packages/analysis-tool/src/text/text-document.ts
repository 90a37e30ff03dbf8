import { type Sentence, splitSentences } from './sentence.js';
import { splitWords, type Word } from './word.js';

/**
 * A text with the views of it that analyses share. Each view is made when it is
 * first asked for, and once, so that several tools over one document split it once.
 */
export interface TextDocument {
  /** The text as it came. */
  readonly text: string;
  /** Its words, in order. */
  readonly words: readonly Word[];
  /** Its sentences, in order. */
  readonly sentences: readonly Sentence[];
}

/** Makes the shared view of a text. */
export function createTextDocument(text: string): TextDocument {
  let words: readonly Word[] | undefined;
  let sentences: readonly Sentence[] | undefined;
  return {
    text,
    get words() {
      return (words ??= splitWords(text));
    },
    get sentences() {
      return (sentences ??= splitSentences(text, this.words));
    },
  };
}
