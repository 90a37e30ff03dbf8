import { type AnalysisTool, defineTool, type LanguageModel, type TextInput } from '@discord-intelligence/analysis-tool';
import { KeyTopics } from '@discord-intelligence/response-models';

import { findTopics } from './find-topics.js';
import { concludeTopics } from './llm/conclude.js';
import { TOPIC_PROMPT } from './llm/prompt.js';
import { createWordBook, type WordBook } from './word-book.js';

/** What a topic tool may be given. */
export interface TopicToolOptions {
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

/**
 * Makes the tool that finds what a text is about: up to fifteen noun phrases as they stand in the text, each with its
 * relevance, its keywords and the sentence that shows it best. The first text builds the word lists, in a few milliseconds.
 *
 * @throws RangeError when a number of `languageModel` is out of range.
 *
 * @example
 * ```ts
 * const outcome = await createTopicTool().analyze('Taxes are too high. A tax on sugar would hurt poor families.');
 * // { status: 'success', result: [{ topic: 'Taxes', relevance: 1, keywords: ['taxes'], context: 'A tax on sugar would hurt poor families.' }, …], … }
 * ```
 */
export function createTopicTool({ languageModel }: TopicToolOptions = {}): AnalysisTool<TextInput, KeyTopics> {
  let book: WordBook | undefined;
  return defineTool({
    name: 'topic',
    version: '1.1.0',
    schema: KeyTopics,
    textOf: (input: TextInput) => input,
    offline: ({ document, language }) => findTopics(document, language, (book ??= createWordBook())),
    limitations: [
      'A topic is named in the words of the text: what the text never names is not found.',
      'Words are told apart by lists, endings and capitals, not by grammar: now and then a topic holds a verb or is too general.',
      'Two names of one thing are two topics, but for singular and plural, and a family name and the full one.',
    ],
    languageModel,
    llm: {
      prompt: TOPIC_PROMPT,
      answer: KeyTopics,
      conclude: concludeTopics,
      asAnswer: (offline) => offline,
      limitations: ['A language model named the topics: a name may be its own and not one that the text uses.'],
    },
  });
}
