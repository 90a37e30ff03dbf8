import { describe, expect, it } from '@jest/globals';

import { toSafeJson, toSafeLine, toSafeText } from '../../src/terminal/safe-text.js';

/** Everything that may act on a terminal, in one text. */
const HOSTILE =
  'a\u001b[31mred\u001b]0;title\u0007 \u009b2J \u0000 \u007f \u202eevil\u202c \u2066x\u2069 \u200b\u200e \ufeff \ud800 z';

// eslint-disable-next-line no-control-regex -- what must not get through
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe('toSafeLine', () => {
  it('leaves nothing that acts on a terminal and shows what was there', () => {
    const line = toSafeLine(HOSTILE);
    expect(line).not.toMatch(ACTS);
    expect(line).toContain('␛[31mred');
    expect(line).toContain('\\u009b2J');
    expect(line).toContain('\\u202eevil');
    expect(line).toContain('\ufffd');
  });

  it('makes one line of many', () => {
    expect(toSafeLine('  one\n\ttwo\r\nthree\u2028four ')).toBe('one two three four');
  });

  it('changes no ordinary text, whatever its script', () => {
    const text = 'Zoë said “naïve”: 日本語, עברית, العربية, 👩‍👩‍👧, 🇸🇪, e\u0301';
    expect(toSafeLine(text)).toBe(text);
  });
});

describe('toSafeText', () => {
  it('keeps line breaks and tabs', () => {
    expect(toSafeText('a\n\tb\u001b[2J')).toBe('a\n\tb␛[2J');
  });
});

describe('toSafeJson', () => {
  it('escapes more and means the same', () => {
    const value = { quote: HOSTILE, list: ['\u009b', '\u2028'] };
    const json = toSafeJson(value, 2);
    expect(json).not.toMatch(ACTS);
    expect(JSON.parse(json)).toEqual(value);
  });
});
