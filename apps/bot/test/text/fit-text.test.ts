import { createDice } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { cleanText } from '../../src/text/clean-text.js';
import { escapeMarkdown } from '../../src/text/escape-markdown.js';
import { fitText } from '../../src/text/fit-text.js';
import { HOSTILE_PIECES, hostileText, isWellFormed } from '../support/hostile-text.js';

/** Discord's rule for a backslash: it makes the sign after it, if that is no letter, digit or space, a plain sign. */
const shownByDiscord = (text: string) => text.replace(/\\([^0-9A-Za-z\s])/gu, '$1');

describe('escapeMarkdown', () => {
  it.each(HOSTILE_PIECES.map((piece) => [piece]))('makes %j show as it is', (piece) => {
    const clean = cleanText(piece);

    expect(shownByDiscord(escapeMarkdown(clean))).toBe(clean);
  });

  it('leaves no sign of markup, mention or link without a backslash', () => {
    const escaped = escapeMarkdown(cleanText(HOSTILE_PIECES.join('')));
    const withoutEscapes = escaped.replace(/\\[^0-9A-Za-z\s]/gu, '');

    expect(withoutEscapes).not.toMatch(/[*_~|`<>@#:[\]()\\]/);
    expect(escaped).not.toMatch(/https?:\/\//);
    expect(escaped).not.toMatch(/discord\.gg/);
    expect(escaped).not.toMatch(/(?<!\\)@(everyone|here)/);
  });
});

describe('cleanText', () => {
  it('drops what would turn the words after it', () => {
    expect(cleanText('a\u202eb\u2066c')).toBe('abc');
  });

  it('drops controls and invisible signs, and makes one space of every white space', () => {
    expect(cleanText(' a\u0000\u0007\u200b\ufeff\n\n\tb ')).toBe('a b');
  });

  it('replaces halves of characters, which no request could carry', () => {
    expect(cleanText('a\ud83db\udc00')).toBe('a\ufffdb\ufffd');
  });

  it('keeps emoji, letters with marks and right-to-left text whole', () => {
    const text = '👩‍👩‍👧‍👦 e\u0301 مرحبا नमस्ते';

    expect(cleanText(text)).toBe(text);
  });

  it('lowers towers of accents', () => {
    expect(cleanText(`Z${'\u0301'.repeat(500)}!`)).toBe(`Z${'\u0301'.repeat(8)}!`);
  });
});

describe('fitText', () => {
  it('leaves a text alone that fits after escaping', () => {
    expect(fitText('a*b', 4)).toEqual({ text: 'a\\*b', isCut: false });
  });

  it('cuts a text that fits only without its escapes', () => {
    expect(fitText('a*bc', 4)).toEqual({ text: 'a\\*…', isCut: true });
  });

  it('never cuts into an emoji', () => {
    const family = '👩‍👩‍👧‍👦';

    expect(fitText(family.repeat(3), family.length * 2 + 3).text).toBe(`${family.repeat(2)}…`);
    expect(fitText(`ab${family}`, family.length + 1).text).toBe('ab…');
  });

  it('moves the cut back to the end of a sentence that is near', () => {
    expect(fitText('One thing is said. Another thing is said at length.', 30, 'sentence').text).toBe('One thing is said\\. …');
  });

  it('cuts in mid-sentence where the last end is far', () => {
    expect(fitText('No. But another thing is said at length.', 30, 'sentence').text).toBe('No\\. But another thing is sai…');
  });

  it('leaves a mark even where nothing fits', () => {
    expect(fitText('👩‍👩‍👧‍👦 and more', 3)).toEqual({ text: '…', isCut: true });
  });

  it('keeps any text within any room, well-formed and escaped', () => {
    const seed = 20261122;
    const random = createDice(seed);
    for (let round = 0; round < 500; round += 1) {
      const text = hostileText(random, 1 + random.whole(400));
      const room = 1 + random.whole(300);
      const fitted = fitText(text, room, random.pick(['anywhere', 'sentence'] as const));
      const context = JSON.stringify({ seed, round, text, room, fitted });

      expect([context, fitted.text.length <= room]).toEqual([context, true]);
      expect([context, isWellFormed(fitted.text)]).toEqual([context, true]);
      const shown = shownByDiscord(fitted.text);
      const isBeginning = fitted.isCut
        ? cleanText(text).startsWith(shown.replace(/ ?…$/u, ''))
        : shown === cleanText(text);
      expect([context, isBeginning]).toEqual([context, true]);
      expect([context, /(?<!\\)(?:\\\\)*[*_@<`]/.test(fitted.text.replace(/\\[^0-9A-Za-z\s]/gu, ''))]).toEqual([context, false]);
    }
  });

  it('cuts a text that is far too long', () => {
    expect(fitText('word '.repeat(20_000), 20)).toEqual({ text: 'word word word word…', isCut: true });
  });
});
