import type * as z from 'zod';

import type { Language } from '../text/language.js';
import type { TextDocument } from '../text/text-document.js';

import type { Passage } from './locate-quote.js';
import type { Material, Prompt } from './prompt.js';
import type { TextPart } from './text-part.js';

/** What a language model, or the offline path in its place, said of one part of a text. */
export interface PartAnswer<Answer> {
  readonly answer: Answer;
  readonly part: TextPart;
  /** Share of the text that the part is, more than 0 to 1. */
  readonly share: number;
}

/** What `conclude` is given beside the answers. */
export interface ConcludeContext<Input> {
  readonly document: TextDocument;
  readonly input: Input;
  readonly language: Language;
  /**
   * Finds a quotation in a part, to be shown as it stands in the text. One that
   * is not there is counted, and must not be shown.
   */
  readonly locate: (quote: string, part: TextPart) => Passage | undefined;
  /**
   * Prose of a model without false quotations: what stands between quotation
   * marks and is not in the text loses the marks, and is counted.
   */
  readonly checkProse: (prose: string) => string;
}

/** How a tool asks a language model, and what it makes of the answers. */
export interface LlmPath<Input, Result, OfflineResult, Answer extends z.ZodType> {
  readonly prompt: Prompt;
  /** What the model has to answer for each part of the text. */
  readonly answer: Answer;
  /**
   * `all` asks about every part of a long text; `excerpt` about its beginning, middle and end at once.
   * @default 'all'
   */
  readonly reads?: 'all' | 'excerpt';
  /** More to look at beside the text, such as its title. */
  readonly materials?: (input: Input) => readonly Material[];
  /** Makes one result of the answers, in the order of the text. Never empty. */
  readonly conclude: (answers: readonly PartAnswer<z.output<Answer>>[], context: ConcludeContext<Input>) => Result;
  /**
   * Takes an offline result for the answer on a part that the model failed on.
   * Without it the failure of one part leaves the whole text to the offline path.
   */
  readonly asAnswer?: (offline: OfflineResult) => z.output<Answer>;
  /** What no language model can be relied on for, one sentence each. */
  readonly limitations: readonly string[];
}
