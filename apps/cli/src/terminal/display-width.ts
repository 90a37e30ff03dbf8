/** Characters of two columns, without those that are so only as emoji: East Asian Wide and Fullwidth (UAX #11), by script. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Script=Yi}\u3000-\u303e\u30fc\uff01-\uff60\uffe0-\uffe6]/u;
const HALF_WIDTH = /^[\uff61-\uffdc]/;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\p{Regional_Indicator}{2})/u;
const INVISIBLE = /^[\p{M}\p{Default_Ignorable_Code_Point}]+$/u;
/**
 * One code unit, one column: Latin, Greek, Cyrillic, punctuation and the marks
 * that reports draw with. `Intl.Segmenter` costs tens of milliseconds on its
 * first use, and most reports do without it.
 */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2500-\u25fc]*$/;

/** The columns a terminal needs for a text that holds no control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  return splitGraphemes(text).reduce((width, grapheme) => width + graphemeWidth(grapheme), 0);
}

/** The characters of a text as a reader counts them, so that nothing cuts an emoji or an accent. */
export function splitGraphemes(text: string): string[] {
  if (PLAIN.test(text)) return Array.from(text);
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
}

function graphemeWidth(grapheme: string): 0 | 1 | 2 {
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI.test(grapheme)) return 2;
  return WIDE.test(grapheme) && !HALF_WIDTH.test(grapheme) ? 2 : 1;
}
