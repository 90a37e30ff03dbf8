import { createTextDocument } from '@discord-intelligence/analysis-tool';
import { describe, expect, it } from '@jest/globals';

import { compileCues } from '../src/cues/compile-cues.js';
import { createPatternParser } from '../src/engine/cue-pattern.js';
import { createPatternMatcher } from '../src/engine/match-pattern.js';

const parse = createPatternParser({ fruit: ['apple', 'pear'] });

/** The words that a pattern takes when it is tried at the first word; null when it does not match there. */
function match(notation: string, text: string): string | null {
  const document = createTextDocument(text);
  const pattern = parse(notation);
  const end = createPatternMatcher(pattern.steps.length)(pattern, document.words, 0, document.words.length);
  return end === undefined ? null : text.slice(0, document.words[end - 1]!.end);
}

describe('a cue pattern', () => {
  it.each([
    ['either ~3 or', 'either you or me', 'either you or'],
    ['either ~3 or', 'either one two three or me', 'either one two three or'],
    ['either ~3 or', 'either one two three four or me', null],
    ['either ~ or', 'either 1 2 3 4 5 6 7 8 or me', 'either 1 2 3 4 5 6 7 8 or'],
    ['an @fruit a|the day', 'an apple a day', 'an apple a day'],
    ['an @fruit a|the day', 'an orange a day', null],
    ['so very? good', 'so good', 'so good'],
    ['so very? good', 'so very good', 'so very good'],
    ['so very? good', 'so rather good', null],
    ['a ~2 b ~2 c', 'a b x b y c', 'a b x b y c'],
    ['that is that $', 'that is that', 'that is that'],
    ['that is that $', 'that is that again', null],
    ['a ~9 b $', 'a b a b', 'a b a b'],
  ])('%s on "%s" takes %j', (notation, text, expected) => {
    expect(match(notation, text)).toBe(expected);
  });

  it.each(['', '? a', '~2 a', 'a? b', 'a b?', 'a ~x b', 'a @unknown', 'Upper', 'a  b', 'a b|'])('is refused when it is wrong: "%s"', (notation) => {
    expect(() => parse(notation)).toThrow(TypeError);
  });
});

describe('the patterns of the detector', () => {
  it('all read, and each stands once under its fallacy', () => {
    const cues = compileCues();
    expect(cues.length).toBeGreaterThan(500);
    const keys = cues.map(({ kind, type, pattern }) => JSON.stringify([kind, type, pattern.isAtStart, pattern.isAtEnd, pattern.steps.map(({ words, gap, isOptional }) => [[...words], gap, isOptional])]));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });
});
