import { type AnalysisTool, defineTool, type TextInput } from '@discord-intelligence/analysis-tool';
import { SentimentAnalysis } from '@discord-intelligence/response-models';

import { buildLexicon, type Lexicon } from './lexicon/build-lexicon.js';
import { measureSentiment } from './measure-sentiment.js';

/**
 * Makes the tool that measures how a text feels about what it speaks of: polarity, subjectivity, intensity, the
 * leading emotion, and how sure that is. The first text builds the word lists, in a few milliseconds.
 *
 * @example
 * ```ts
 * const outcome = await createSentimentTool().analyze('The service was not good');
 * // { status: 'success', result: { polarity: -0.341, dominant_emotion: null, … }, … }
 * ```
 */
export function createSentimentTool(): AnalysisTool<TextInput, SentimentAnalysis> {
  let lexicon: Lexicon | undefined;
  return defineTool({
    name: 'sentiment',
    version: '1.0.0',
    schema: SentimentAnalysis,
    textOf: (input: TextInput) => input,
    offline: ({ document, language }) => measureSentiment(document, (lexicon ??= buildLexicon()), language),
    limitations: [
      'Sarcasm, irony and hints are taken at their word.',
      'Words are judged by their usual sense: a "sick" riff counts as bad, and terms of a trade may mislead.',
      'A quoted or reported feeling counts as the text\'s own, a little less where the sentence only tells facts.',
      'The feeling is that of the whole text, not towards one of the things it speaks of.',
    ],
  });
}
