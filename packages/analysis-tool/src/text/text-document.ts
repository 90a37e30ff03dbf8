import { detectLanguage, type Language } from './language.js';
import { type Sentence, splitSentences } from './sentence.js';
import { splitWords, type Word } from './word.js';

/**
 * A text with the views of it that analyses share. Each view is made when it is
 * first asked for, and once, so that several tools over one document split it, and tell its language, once.
 */
export interface TextDocument {
  /** The text as it came. */
  readonly text: string;
  /** Its words, in order. */
  readonly words: readonly Word[];
  /** Its sentences, in order. */
  readonly sentences: readonly Sentence[];
  /** The language it seems to be in. A promise, because only a text that is not English loads the detector. */
  readonly language: Promise<Language>;
}

/** Makes the shared view of a text. */
export function createTextDocument(text: string): TextDocument {
  let words: readonly Word[] | undefined;
  let sentences: readonly Sentence[] | undefined;
  let language: Promise<Language> | undefined;
  return {
    text,
    get words() {
      return (words ??= splitWords(text));
    },
    get sentences() {
      return (sentences ??= splitSentences(text, this.words));
    },
    get language() {
      return (language ??= detectLanguage(this));
    },
  };
}
