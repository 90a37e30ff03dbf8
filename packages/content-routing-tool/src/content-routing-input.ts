import type { TextInput } from '@discord-intelligence/analysis-tool';

/** A text, with what is known of it beside its words. */
export interface DescribedText {
  readonly text: TextInput;
  /** The title it was published under; counts for the type of content. */
  readonly title?: string;
  /** What its publisher says of it; counts for the type of content, less than the title. */
  readonly description?: string;
}

/** What content routing takes. */
export type ContentRoutingInput = TextInput | DescribedText;

/** The input with its parts named. A text document has words; a described text does not. */
export function describedText(input: ContentRoutingInput): DescribedText {
  return typeof input === 'string' || 'words' in input ? { text: input } : input;
}
