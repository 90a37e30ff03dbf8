import { describe, expect, it } from '@jest/globals';

import { displayWidth } from '../../src/terminal/display-width.js';
import { padText, truncateText, wrapText } from '../../src/terminal/wrap-text.js';

describe('displayWidth', () => {
  it.each([
    ['plain', 5],
    ['naïve', 5],
    ['e\u0301', 1],
    ['日本語', 6],
    ['ＡＢ', 4],
    ['한글', 4],
    ['👍', 2],
    ['👩‍👩‍👧', 2],
    ['🇸🇪', 2],
    ['❤️', 2],
    ['☎', 1],
    ['“quote”…', 8],
    ['', 0],
  ])('counts the columns of %s', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('wrapText', () => {
  it('breaks between words and keeps every one of them', () => {
    const text = 'the quick brown fox jumps over the lazy dog';
    const lines = wrapText(text, { width: 20, indent: 2 });
    expect(lines.every((line) => line.startsWith('  ') && line.length <= 20)).toBe(true);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(text);
  });

  it('breaks a word that is longer than a line, between characters only', () => {
    const family = '👩‍👩‍👧';
    const lines = wrapText(family.repeat(30), { width: 20 });
    expect(lines.every((line) => displayWidth(line) <= 20)).toBe(true);
    expect(lines.every((line) => line.replaceAll(family, '') === '')).toBe(true);
  });

  it('breaks text without spaces, as Chinese is written', () => {
    const lines = wrapText('天地玄黄宇宙洪荒'.repeat(10), { width: 24, indent: 4 });
    expect(lines.length).toBe(8);
    expect(lines.every((line) => displayWidth(line) <= 24)).toBe(true);
  });

  it('puts a mark before the first line in place of its indent', () => {
    expect(wrapText('one two three four', { width: 20, indent: 4, lead: '  -' })).toEqual(['  - one two three', '    four']);
  });

  it('keeps to a readable width on a terminal that is narrower', () => {
    expect(wrapText('one two three four', { width: 3, indent: 2 })).toEqual(['  one two three', '  four']);
  });

  it('gives an empty line for an empty text', () => {
    expect(wrapText('', { width: 20, indent: 2 })).toEqual(['']);
  });
});

describe('truncateText', () => {
  it('leaves alone what fits', () => {
    expect(truncateText('exactly', 7)).toBe('exactly');
  });

  it('cuts by columns and says so', () => {
    expect(truncateText('日本語日本語', 7)).toBe('日本語…');
    expect(truncateText('one two three', 8)).toBe('one two…');
  });
});

describe('padText', () => {
  it('fills up by columns', () => {
    expect(padText('日本', 6)).toBe('日本  ');
    expect(padText('longer', 3)).toBe('longer');
  });
});
