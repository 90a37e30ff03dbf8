import type { ContentType } from '@discord-intelligence/response-models';

/** A type that words can show: all but `general`, which is shown by what is not there, and `other`. */
export type ShownType = Exclude<ContentType, 'general' | 'other'>;

/** The words of one type of content. Patterns of `createPhraseIndex`. */
export interface TypeLexicon {
  readonly type: ShownType;
  /** Words that hardly stand in other types of content: 2 points each. */
  readonly strong: readonly string[];
  /** Words that other types share at times: 1 point each. */
  readonly plain: readonly string[];
}
