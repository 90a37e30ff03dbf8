import { type AnalysisTool, defineTool, type TextInput } from '@discord-intelligence/analysis-tool';
import { KeyTopics } from '@discord-intelligence/response-models';

import { findTopics } from './find-topics.js';
import { createWordBook, type WordBook } from './word-book.js';

/**
 * Makes the tool that finds what a text is about: up to fifteen noun phrases as they stand in the text, each with its
 * relevance, its keywords and the sentence that shows it best. The first text builds the word lists, in a few milliseconds.
 *
 * @example
 * ```ts
 * const outcome = await createTopicTool().analyze('Taxes are too high. A tax on sugar would hurt poor families.');
 * // { status: 'success', result: [{ topic: 'Taxes', relevance: 1, keywords: ['taxes'], context: 'A tax on sugar would hurt poor families.' }, …], … }
 * ```
 */
export function createTopicTool(): AnalysisTool<TextInput, KeyTopics> {
  let book: WordBook | undefined;
  return defineTool({
    name: 'topic',
    version: '1.0.0',
    schema: KeyTopics,
    textOf: (input: TextInput) => input,
    offline: ({ document, language }) => findTopics(document, language, (book ??= createWordBook())),
    limitations: [
      'A topic is named in the words of the text: what the text never names is not found.',
      'Words are told apart by lists, endings and capitals, not by grammar: now and then a topic holds a verb or is too general.',
      'Two names of one thing are two topics, but for singular and plural, and a family name and the full one.',
    ],
  });
}
