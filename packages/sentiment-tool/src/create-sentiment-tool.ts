import { type AnalysisTool, defineTool, type LanguageModel, type TextInput } from '@discord-intelligence/analysis-tool';
import { SentimentAnalysis } from '@discord-intelligence/response-models';

import { buildLexicon, type Lexicon } from './lexicon/build-lexicon.js';
import { concludeSentiment } from './llm/conclude.js';
import { SENTIMENT_PROMPT } from './llm/prompt.js';
import { measureSentiment } from './measure-sentiment.js';

/** What a sentiment tool may be given. */
export interface SentimentToolOptions {
  /** The model to ask before the offline path. @default none */
  readonly languageModel?: LanguageModel | undefined;
}

/**
 * Makes the tool that measures how a text feels about what it speaks of: polarity, subjectivity, intensity, the
 * leading emotion, and how sure that is. The first text builds the word lists, in a few milliseconds.
 *
 * @throws RangeError when a number of `languageModel` is out of range.
 *
 * @example
 * ```ts
 * const outcome = await createSentimentTool().analyze('The service was not good');
 * // { status: 'success', result: { polarity: -0.341, dominant_emotion: null, … }, … }
 * ```
 */
export function createSentimentTool({ languageModel }: SentimentToolOptions = {}): AnalysisTool<TextInput, SentimentAnalysis> {
  let lexicon: Lexicon | undefined;
  return defineTool({
    name: 'sentiment',
    version: '1.1.0',
    schema: SentimentAnalysis,
    textOf: (input: TextInput) => input,
    offline: ({ document, language }) => measureSentiment(document, (lexicon ??= buildLexicon()), language),
    limitations: [
      'Sarcasm, irony and hints are taken at their word.',
      'Words are judged by their usual sense: a "sick" riff counts as bad, and terms of a trade may mislead.',
      'A quoted or reported feeling counts as the text\'s own, a little less where the sentence only tells facts.',
      'The feeling is that of the whole text, not towards one of the things it speaks of.',
    ],
    languageModel,
    llm: {
      prompt: SENTIMENT_PROMPT,
      answer: SentimentAnalysis,
      conclude: concludeSentiment,
      asAnswer: (offline) => offline,
      limitations: ['A language model judged the feeling of the whole text, not the feeling towards one of the things it speaks of.'],
    },
  });
}
