import { type ConcludeContext, createQuoteLocator, createTextDocument, type PartAnswer, type TextInput } from '@discord-intelligence/analysis-tool';
import { FallacyAnalysisResult } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { FallacyAnswer } from '../../src/llm/answer.js';
import { concludeFallacies } from '../../src/llm/conclude.js';

const finding = (quote: string, changes: Record<string, unknown> = {}) => ({
  fallacy_type: 'ad_hominem',
  quote,
  explanation: 'It goes for the person.',
  severity: 'medium',
  confidence: 'medium',
  ...changes,
});
const answer = (fallacies: readonly unknown[], changes: Record<string, unknown> = {}): FallacyAnswer =>
  FallacyAnswer.parse({ fallacies, overall_quality: 'good', credibility_score: 0.8, summary: 'The author argues in a few words.', recommendations: [], key_issues: [], ...changes });

/** Answers on the paragraphs of a text. */
function conclude(text: string, ...answers: readonly FallacyAnswer[]): FallacyAnalysisResult {
  const document = createTextDocument(text);
  const locate = createQuoteLocator(text);
  const paragraphs = text.split('\n\n');
  let start = 0;
  const parts = answers.map((given, index): PartAnswer<FallacyAnswer> => {
    const part = { text: paragraphs[index]!, start, end: start + paragraphs[index]!.length };
    start = part.end + 2;
    return { answer: given, part, share: 1 / answers.length };
  });
  const context: ConcludeContext<TextInput> = { document, input: text, language: { code: 'en', confidence: 1 }, locate, checkProse: (prose) => prose };
  return FallacyAnalysisResult.parse(concludeFallacies(parts, context));
}

describe('fallacies that a model found', () => {
  it('are shown as they stand in the text, in its order, with line and place', () => {
    const { fallacies } = conclude('First line.\nYou are a LIAR, so it is false.\nLast line.', answer([finding('last line'), finding('you are a liar')]));
    expect(fallacies.map(({ quote, line_number, span }) => ({ quote, line_number, span }))).toEqual([
      { quote: 'You are a LIAR', line_number: 2, span: { start: 12, end: 26 } },
      { quote: 'Last line', line_number: 3, span: { start: 44, end: 53 } },
    ]);
  });

  it('are listed once where quotes of one type overlap, and twice where types differ', () => {
    const text = 'You are a liar, so it is false.';
    const { fallacies } = conclude(text, answer([finding('You are a liar'), finding('a liar, so it is false'), finding('a liar', { fallacy_type: 'non_sequitur' })]));
    expect(fallacies.map(({ fallacy_type, quote }) => [fallacy_type, quote])).toEqual([
      ['ad_hominem', 'You are a liar'],
      ['non_sequitur', 'a liar'],
    ]);
  });

  it('are quoted as far as a quote may reach, and begin with a word', () => {
    const [far] = conclude(`You are a${' '.repeat(2_000)}liar, so it is false.`, answer([finding('You are a liar')])).fallacies;
    expect(far).toMatchObject({ quote: 'You are a', span: { start: 0, end: 9 } });
    const said = 'Anna:\nYou are a liar.\nBen: Why?\nAnna: Because.';
    const [turn] = conclude(said, answer([finding('Anna: You are a liar.')])).fallacies;
    expect(turn).toMatchObject({ quote: 'You are a liar', span: { start: 6, end: 20 } });
  });

  it('are explained in whole characters', () => {
    const [long] = conclude('Anna: You lie.\nBen: Why?\nAnna: Because.', answer([finding('You lie', { explanation: `!${'𝒶'.repeat(999)}` })])).fallacies;
    expect(long?.explanation).toMatch(/^Said by Anna\. !𝒶/u);
    expect(long?.explanation).not.toMatch(/\p{Surrogate}/u);
  });

  it('are looked for in the part that was asked about', () => {
    const { fallacies } = conclude('He is a fool.\n\nHe is a fool.', answer([finding('He is a fool.')]), answer([finding('He is a fool.')]));
    expect(fallacies.map(({ span }) => span?.start)).toEqual([0, 15]);
  });

  it('hold the credibility down when there are many, as their model asks for', () => {
    const words = Array.from({ length: 12 }, (_, index) => `word${index}`);
    expect(conclude(words.join(' '), answer(words.map((word) => finding(word)))).credibility_score).toBe(0.5);
    expect(conclude(words.join(' '), answer(words.slice(2).map((word) => finding(word)))).credibility_score).toBe(0.8);
  });

  it('are the surest and gravest fifty of more', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
    const listed = (from: number) => answer(words.slice(from, from + 30).map((word, index) => finding(word, { severity: index < 5 ? 'low' : 'high' })));
    const { fallacies } = conclude(`${words.slice(0, 30).join(' ')}\n\n${words.slice(30).join(' ')}`, listed(0), listed(30));
    expect(fallacies).toHaveLength(50);
    expect(new Set(fallacies.map(({ severity }) => severity))).toEqual(new Set(['high']));
  });

  it('of several parts come to a mean, each part by its length', () => {
    const result = conclude('One.\n\nTwo.', answer([], { credibility_score: 1, overall_quality: 'excellent', key_issues: ['a', 'b'] }), answer([], { credibility_score: 0.5, overall_quality: 'fair', key_issues: ['c'] }));
    expect(result).toMatchObject({ credibility_score: 0.75, overall_quality: 'good', key_issues: ['a', 'c', 'b'] });
    expect(result.summary).toBe('The author argues in a few words.\n\nThe author argues in a few words.');
  });
});

describe('the name of a fallacy in an answer', () => {
  it.each([
    ['Ad Hominem', 'ad_hominem'],
    ['post hoc', 'false_causality'],
    ['argumentum ad lunam', 'other'],
  ])('%s becomes %s', (given, expected) => {
    expect(answer([finding('x', { fallacy_type: given })]).fallacies[0]?.fallacy_type).toBe(expected);
  });

  it('must be a name', () => {
    expect(() => answer([finding('x', { fallacy_type: 7 })])).toThrow();
  });
});
