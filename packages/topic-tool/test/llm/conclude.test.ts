import { type ConcludeContext, createQuoteLocator, createTextDocument, type PartAnswer, type TextInput } from '@discord-intelligence/analysis-tool';
import { KeyTopics } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { concludeTopics } from '../../src/llm/conclude.js';

const TEXT = 'The tax is high. The road is new.';

/** Answers on the two sentences of the text, or on the whole. */
function conclude(...answers: readonly unknown[]): KeyTopics {
  const document = createTextDocument(TEXT);
  const parts = answers.length === 1 ? [{ start: 0, end: 33 }] : [{ start: 0, end: 16 }, { start: 17, end: 33 }];
  const context: ConcludeContext<TextInput> = { document, input: TEXT, language: { code: 'en', confidence: 1 }, locate: createQuoteLocator(TEXT), checkProse: (prose) => prose };
  const given = answers.map((answer, index): PartAnswer<KeyTopics> => ({
    answer: KeyTopics.parse(answer),
    part: { ...parts[index]!, text: TEXT.slice(parts[index]!.start, parts[index]!.end) },
    share: 1 / answers.length,
  }));
  return KeyTopics.parse(concludeTopics(given, context));
}

describe('topics that a model named', () => {
  it('keep the keywords and the passage that stand in the text', () => {
    expect(conclude([{ topic: 'Tax', relevance: 0.8, keywords: ['tax', 'inflation'], context: 'the tax is high' }, { topic: 'War', relevance: 0.2, keywords: [], context: 'The war is long.' }])).toEqual([
      { topic: 'Tax', relevance: 0.8, keywords: ['tax'], context: 'The tax is high' },
      { topic: 'War', relevance: 0.2, keywords: [], context: null },
    ]);
  });

  it('of one name in several parts are one, as relevant as the parts are long', () => {
    expect(conclude([{ topic: 'Tax', relevance: 1, keywords: ['tax'] }], [{ topic: 'Road', relevance: 0.9 }, { topic: 'tax', relevance: 0.5, keywords: ['high'], context: 'The road is new.' }])).toEqual([
      { topic: 'Tax', relevance: 0.75, keywords: ['tax', 'high'], context: 'The road is new.' },
      { topic: 'Road', relevance: 0.45, keywords: [], context: null },
    ]);
  });

  it('are fifteen at most', () => {
    const many = (from: number) => Array.from({ length: 15 }, (_, index) => ({ topic: `topic ${from + index}`, relevance: (from + index) / 30 }));
    expect(conclude(many(0), many(15)).map(({ topic }) => topic)).toEqual(Array.from({ length: 15 }, (_, index) => `topic ${29 - index}`));
  });
});
