import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { SentimentAnalysis } from '@discord-intelligence/response-models';
import { describe, expect, it } from '@jest/globals';

import { createSentimentTool } from '../src/index.js';
import { analyze } from './analyze.js';

const SEED = 20_140_614;

describe('hostile text', () => {
  it.each([
    ['one letter a million times', 'a'.repeat(1_000_000)],
    ['a word and a million exclamation marks', `good${'!'.repeat(1_000_000)}`],
    ['a word and 100,000 brackets', `good ${'('.repeat(100_000)}`],
    ['a word and 100,000 halves of emoticons', `good ${' :'.repeat(100_000)}`],
    ['500,000 words of one letter', 'a '.repeat(500_000)],
    ['100,000 negations', 'not '.repeat(100_000)],
    ['100,000 intensifiers', 'very '.repeat(100_000)],
    ['100,000 contrasts', 'but '.repeat(100_000)],
    ['50,000 shouted words', 'GREAT '.repeat(50_000)],
    ['letters outside the basic plane', '𝒜𝒷 '.repeat(50_000)],
    ['lone surrogates', 'good \ud83d bad \ude00 '.repeat(10_000)],
    ['emoji alone between words', `a ${'😀'.repeat(100_000)} b`],
    ['names of object members', 'constructor __proto__ toString hasOwnProperty valueOf'],
  ])('is measured within the model: %s', async (_, text) => {
    expect(SentimentAnalysis.safeParse(await analyze(text)).success).toBe(true);
  });

  it('made at random gives the same result each time, within the model', async () => {
    const pieces = ['not', 'very', 'good', 'GOOD', 'bad', 'but', 'although', ',', '.', '!', '?', ':)', '😡', '\n', '-', 'no', 'never', "isn't", 'like', 'so', '(', '12', '\ud83d', 'ünd', '…'];
    let state = SEED;
    const next = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      // The low bits of such a generator repeat soon.
      return Math.floor(state / 4_096);
    };
    for (let round = 0; round < 300; round += 1) {
      const text = `x ${Array.from({ length: next() % 40 }, () => pieces[next() % pieces.length]).join(next() % 2 ? ' ' : '')}`;
      const sentiment = await analyze(text);
      const note = `seed ${SEED}, round ${round}`;
      expect([note, SentimentAnalysis.safeParse(sentiment).success]).toEqual([note, true]);
      expect([note, await analyze(text)]).toEqual([note, sentiment]);
    }
  });
});

describe('the work', () => {
  it('grows in step with the text: each word is read a bounded number of times', async () => {
    const readsOf = async (copies: number): Promise<number> => {
      const plain = createTextDocument('The food was not very good, but I LOVE the view!!! :) Although it is far, we never regret it. '.repeat(copies));
      let reads = 0;
      const words = new Proxy(plain.words, {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1;
          return Reflect.get(target, key) as unknown;
        },
      });
      await createSentimentTool().analyze({ text: plain.text, words, sentences: plain.sentences, language: plain.language });
      return reads;
    };
    const [small, large] = [await readsOf(100), await readsOf(1_000)];
    expect(large / small).toBeLessThan(10.5);
    expect(small).toBeLessThan(100 * 21 * 12);
  });
});
