import type { Language } from './text/language.js';
import type { TextDocument } from './text/text-document.js';

/** What the offline path of a tool is given. */
export interface OfflineContext<Input> {
  /** The text to analyse; holds at least one word. */
  readonly document: TextDocument;
  /** The input the text came from. */
  readonly input: Input;
  /** The language the text seems to be in. */
  readonly language: Language;
}
