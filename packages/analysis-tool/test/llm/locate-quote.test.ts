import { describe, expect, it } from '@jest/globals';
import { createRandom } from '@discord-intelligence/testing/random';

import { createQuoteLocator } from '../../src/index.js';

const ALL = { start: 0, end: Infinity };
const find = (text: string, quote: string, range = ALL) => {
  const passage = createQuoteLocator(text)(quote, range);
  return passage && text.slice(passage.start, passage.end);
};

describe('a quotation', () => {
  it.each([
    ['letter by letter', 'He said it was over.', 'it was over', 'it was over'],
    ['with white space around it', 'He said it.', '  said it \n', 'said it'],
    ['in another case', 'He said IT.', 'he said it', 'He said IT'],
    ['with other white space', 'one\n\n  two\tthree', 'one two three', 'one\n\n  two\tthree'],
    ['with other quotation marks', 'She said “don’t”.', `said "don't"`, 'said “don’t'],
    ['with other dashes', 'now—or never', 'now-or never', 'now—or never'],
    ['with marks of the model around it', 'It was over.', '"It was over"', 'It was over'],
    ['with a full stop of the model', 'It was over, she said', 'It was over.', 'It was over'],
    ['over characters of no width', 'ig\u200bnore \u00adme', 'ignore me', 'ig\u200bnore \u00adme'],
    ['with accents written apart', 'a cafe\u0301 here', 'café here', 'cafe\u0301 here'],
    ['that ends in an accent written apart', 'the cafe\u0301', 'the café', 'the cafe\u0301'],
    ['of full width', 'ＡＢＣ end', 'abc end', 'ＡＢＣ end'],
    ['with astral characters', 'so 👍🏽 nice', 'SO 👍🏽 nice', 'so 👍🏽 nice'],
    ['in a script without spaces', '我不知道为什么', '不知道', '不知道'],
    ['with an ellipsis character', 'well… maybe', 'well... maybe', 'well… maybe'],
  ])('is found %s', (_how, text, quote, expected) => {
    expect(find(text, quote)).toBe(expected);
  });

  it.each([
    ['other words', 'It was over.', 'It is over.'],
    ['words left out', 'It was, they said, over.', 'It was over.'],
    ['a part of a word', 'an irrational man', 'rational man'],
    ['nothing to quote', 'It was over.', '…'],
    ['no text at all', 'It was over.', ''],
    ['words beyond the text', 'It was', 'It was over'],
  ])('is not found with %s', (_what, text, quote) => {
    expect(find(text, quote)).toBeUndefined();
  });

  it('is looked for in its part only', () => {
    const text = 'never again. NEVER again.';
    expect(createQuoteLocator(text)('never again', { start: 12, end: 25 })).toEqual({ start: 13, end: 24 });
    expect(createQuoteLocator(text)('never again', { start: 5, end: 20 })).toBeUndefined();
  });

  it('that stands twice is found twice, and then again', () => {
    const locate = createQuoteLocator('no no no');
    const starts = Array.from({ length: 4 }, () => locate('no', ALL)?.start);
    expect(starts).toEqual([0, 3, 6, 0]);
  });

  it('is found wherever it stands, however it was changed in form', () => {
    const random = createRandom(20261122);
    const integer = (below: number) => Math.floor(random() * below);
    const words = ['Straße', 'café', 'don’t', 'naïve', '“so”', 'İstanbul', 'ﬁne', '👍', 'x²', '—', 'and', 'I', 'ΟΔΟΣ', '中文'];
    for (let round = 0; round < 500; round += 1) {
      const text = Array.from({ length: 30 }, () => words[integer(words.length)]!).join(' ');
      const start = integer(21);
      const chosen = text.split(' ').slice(start, start + 6).join(' ');
      const quote = integer(2) === 0 ? chosen : chosen.toUpperCase().toLowerCase().replaceAll('’', "'").normalize('NFD');
      const found = find(text, quote);
      if (found === undefined && /[\p{L}\p{N}]/u.test(quote)) throw new Error(`round ${round}: ${JSON.stringify(quote)} was not found in ${JSON.stringify(text)}`);
      expect(found === undefined || text.includes(found)).toBe(true);
    }
  });
});
