import { createRandom } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createPhraseIndex, createTextDocument, type PhraseIndexOptions } from '../../src/index.js';

function matchesOf(phrases: readonly string[], text: string, options?: PhraseIndexOptions): string[] {
  const { words } = createTextDocument(text);
  const index = createPhraseIndex(
    phrases.map((phrase) => [phrase, phrase] as const),
    options,
  );
  const found: string[] = [];
  index.find(words, 0, words.length, (_, first, end) => found.push(text.slice(words[first]!.start, words[end - 1]!.end)));
  return found;
}

describe('createPhraseIndex', () => {
  it('finds words and phrases whatever their case, marks and apostrophes', () => {
    expect(matchesOf(["don't tread on me", 'hard-working', 'Tax'], 'DON’T tread on me: TAX the hard working, tax the hard-working.')).toEqual([
      'DON’T tread on me',
      'TAX',
      'hard working',
      'tax',
      'hard-working',
    ]);
  });

  it('takes the longest phrase at a word and goes on after it', () => {
    expect(matchesOf(['free', 'free market', 'market dogma', 'free market dogma now'], 'free market dogma, free market dogma now')).toEqual([
      'free market',
      'free market dogma now',
    ]);
  });

  it('visits every phrase that starts at any word when overlaps are asked for', () => {
    const phrases = ['free', 'free market', 'market', 'market dogma'];
    expect(matchesOf(phrases, 'free market dogma', { overlaps: true })).toEqual(['free', 'free market', 'market', 'market dogma']);
  });

  it('goes back to the shorter phrase when the longer one breaks off', () => {
    expect(matchesOf(['a b', 'a b c d', 'c e'], 'a b c e')).toEqual(['a b', 'c e']);
  });

  it('reads brackets as choices and single ones as optional', () => {
    expect(matchesOf(['illegal (alien|migrant)(s)'], 'illegal alien, illegal migrants, illegal and migrant')).toEqual(['illegal alien', 'illegal migrants']);
  });

  it('keeps all values of a phrase in their order', () => {
    const { words } = createTextDocument('one');
    const values: number[] = [];
    createPhraseIndex([
      ['one', 1],
      ['one', 2],
    ]).find(words, 0, 1, (value) => values.push(value));
    expect(values).toEqual([1, 2]);
  });

  it('stays inside the range it is given', () => {
    const { words } = createTextDocument('a b a b');
    const starts: number[] = [];
    createPhraseIndex([['a b', 0]]).find(words, 1, 3, (_, first) => starts.push(first));
    expect(starts).toEqual([]);
    createPhraseIndex([['a b', 0]]).find(words, 1, 4, (_, first) => starts.push(first));
    expect(starts).toEqual([2]);
  });

  it('refuses a phrase without a word', () => {
    for (const phrase of [' -- ', '', '(a|)']) expect(() => createPhraseIndex([[phrase, 1]])).toThrow(RangeError);
  });

  it('refuses brackets that nest or stay open', () => {
    for (const phrase of ['a (b|c(s))', 'a (b', 'one (two|three']) expect(() => createPhraseIndex([[phrase, 1]])).toThrow(RangeError);
  });

  it('lets choices be empty anywhere in a phrase', () => {
    expect(matchesOf(['(so |)much (more|) to say( here)', '( ok|) fine', "(i'm|we are) (a |)here"], 'much to say, so much more to say here, fine, ok fine, I’m here, we are a here')).toEqual([
      'much to say',
      'so much more to say here',
      'fine',
      'ok fine',
      'I’m here',
      'we are a here',
    ]);
  });

  it('finds what a search at every word finds, on random texts', () => {
    const seed = 20_240_611;
    const next = createRandom(seed);
    const random = (below: number): number => Math.floor(next() * below);
    const someWords = (least: number, most: number): string[] => Array.from({ length: least + random(most - least + 1) }, () => 'abc'[random(3)]!);
    for (let round = 0; round < 300; round += 1) {
      const phrases = [...new Set(Array.from({ length: 1 + random(8) }, () => someWords(1, 4).join(' ')))];
      const words = someWords(0, 30);
      const expected: string[] = [];
      for (let at = 0; at < words.length; ) {
        const fitting = phrases.filter((phrase) => words.slice(at, at + phrase.split(' ').length).join(' ') === phrase);
        const longest = fitting.sort((one, other) => other.length - one.length)[0];
        if (longest !== undefined) expected.push(longest);
        at += longest?.split(' ').length ?? 1;
      }
      expect({ seed, round, found: matchesOf(phrases, words.join(' ')) }).toEqual({ seed, round, found: expected });
    }
  });

  it('looks at no word more often than the longest phrase is long', () => {
    const { words } = createTextDocument('a '.repeat(2_000));
    let looks = 0;
    const counted = words.map((word) => ({
      ...word,
      get lower() {
        looks += 1;
        return word.lower;
      },
    }));
    createPhraseIndex([['a a a a b', 0]]).find(counted, 0, counted.length, () => undefined);
    expect(looks).toBeLessThanOrEqual(5 * words.length);
    expect(looks).toBeGreaterThanOrEqual(words.length);
  });
});
