import { type ConcludeContext, createQuoteLocator, createTextDocument, type PartAnswer, type TextInput } from '@discord-intelligence/analysis-tool';
import { PerspectiveAnalysisResult } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { PerspectiveAnswer } from '../../src/llm/answer.js';
import { concludePerspectives } from '../../src/llm/conclude.js';

const TEXT = 'Markets know best. The workers must own the mill.';
const standpoint = (perspective_type: string, quotes: readonly string[], changes: Record<string, unknown> = {}) => ({
  perspective_type,
  quotes,
  explanation: 'It takes this side in so many words.',
  confidence: 'high',
  prominence: 0.5,
  bias_indicators: ['must'],
  ...changes,
});
const answer = (perspectives: readonly unknown[], changes: Record<string, unknown> = {}): PerspectiveAnswer =>
  PerspectiveAnswer.parse({ perspectives, bias_score: 0.4, balance_score: 0.6, framing_analysis: 'It speaks of the market and of work.', ...changes });

/** Answers on the two sentences of the text, or on the whole. */
function conclude(...answers: readonly PerspectiveAnswer[]): PerspectiveAnalysisResult {
  const document = createTextDocument(TEXT);
  const parts = answers.length === 1 ? [{ start: 0, end: 49 }] : [{ start: 0, end: 18 }, { start: 19, end: 49 }];
  const context: ConcludeContext<TextInput> = { document, input: TEXT, language: { code: 'en', confidence: 1 }, locate: createQuoteLocator(TEXT), checkProse: (prose) => prose };
  const given = answers.map((each, index): PartAnswer<PerspectiveAnswer> => ({ answer: each, part: { ...parts[index]!, text: '' }, share: 1 / answers.length }));
  return PerspectiveAnalysisResult.parse(concludePerspectives(given, context));
}

describe('standpoints that a model found', () => {
  it('are shown with the quotes that stand in the text', () => {
    const { perspectives } = conclude(answer([standpoint('capitalist', ['markets know best', 'greed is good'])]));
    expect(perspectives).toEqual([
      { perspective_type: 'capitalist', evidence: 'It takes this side in so many words. “Markets know best”', confidence: 'high', prominence: 0.5, bias_indicators: ['must'] },
    ]);
  });

  it('of several parts are listed once each, the most prominent first, and the leader led a part', () => {
    const result = conclude(
      answer([standpoint('capitalist', [], { prominence: 1 })], { dominant_perspective: 'capitalist', omitted_perspectives: ['socialist', 'religious'] }),
      answer([standpoint('socialist', [], { prominence: 0.6 }), standpoint('capitalist', [], { prominence: 0.2 })], { dominant_perspective: 'socialist' }),
    );
    expect(result.perspectives.map(({ perspective_type, prominence }) => [perspective_type, prominence])).toEqual([['capitalist', 0.6], ['socialist', 0.3]]);
    expect(result.dominant_perspective).toBe('capitalist');
    // What one part leaves out and another speaks from is not left out.
    expect(result.omitted_perspectives).toEqual(['religious']);
  });

  it('keep the rules of their model: strong bias is not balanced', () => {
    expect(conclude(answer([], { bias_score: 0.9, balance_score: 0.9 }))).toMatchObject({ bias_score: 0.9, balance_score: 0.5 });
  });
});
