import { createRandom, wordSalad } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createTextDocument } from '../../src/index.js';
import { estimateTokens } from '../../src/llm/estimate-tokens.js';
import { excerptOf, splitText } from '../../src/llm/text-part.js';

describe('a text in parts', () => {
  it('is one part when it fits', () => {
    expect(splitText(createTextDocument('It fits.'), 100)).toEqual([{ text: 'It fits.', start: 0, end: 8 }]);
  });

  it('is cut between sentences', () => {
    const text = 'The first one is here. The second one is here. The third one is here.';
    const parts = splitText(createTextDocument(text), 17);
    expect(parts.map((part) => part.text)).toEqual(['The first one is here. The second one is here. ', 'The third one is here.']);
  });

  it.each([
    ['random prose', wordSalad(createRandom(7), ['reason', 'because', 'Everyone', 'don’t', '日本語', '👍🏽'], 4_000)],
    ['one endless word', 'a'.repeat(20_000)],
    ['brackets', '('.repeat(20_000)],
    ['astral characters without a break', '👍'.repeat(5_000)],
    ['white space around a word', `${' '.repeat(3_000)}word${' '.repeat(3_000)}`],
    ['lone halves of characters', '\ud83d'.repeat(5_000)],
  ])('covers %s whole, in parts that fit, without tearing a character', (_what, text) => {
    for (const room of [200, 333, 1_000]) {
      const parts = splitText(createTextDocument(text), room);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) {
        expect(estimateTokens(part.text)).toBeLessThanOrEqual(room);
        expect(part.text).toBe(text.slice(part.start, part.end));
        if (!/\p{Cs}/u.test(text)) expect(part.text).not.toMatch(/\p{Cs}/u);
      }
    }
  });
});

describe('an excerpt', () => {
  it('is the whole of a short text', () => {
    expect(excerptOf(createTextDocument('Short.'), 50)).toEqual({ text: 'Short.', start: 0, end: 6 });
  });

  it('holds the beginning, the middle and the end of a long one, and fits', () => {
    const text = `START ${'x'.repeat(5_000)} MIDDLE ${'👍'.repeat(2_500)} END`;
    const excerpt = excerptOf(createTextDocument(text), 300);
    expect(excerpt.text).toMatch(/^START x+\n\[…\]\n.*MIDDLE[^]*\n\[…\]\n[^]* END$/);
    expect(excerpt.text).not.toMatch(/\p{Cs}/u);
    expect(excerpt.text.length).toBeLessThanOrEqual(300 + '\n[…]\n'.length * 2);
    expect(excerpt).toMatchObject({ start: 0, end: text.length });
  });
});
