// Bidirectional embeddings, overrides and isolates (UAX #9) can turn the words around a quote.
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
// Controls but tab, line feed and carriage return; and lone surrogates, which no UTF-8 body can carry.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g; // eslint-disable-line no-control-regex -- the point of it
const LONE_SURROGATES = /\p{Surrogate}/gu;
// Invisible outside of emoji and of scripts that join letters, where only U+200C and U+200D are needed.
const INVISIBLE = /[\u00ad\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g;
// A tower of accents covers the lines above it; no script stacks more marks than this on one letter.
const TOWER_OF_MARKS = /(\p{M}{8})\p{M}+/gu;
const WHITE_SPACE = /\s+/g;

/**
 * One line of somebody else's text as it may stand beside ours: no controls, no
 * characters that turn the reading direction of what follows, nothing invisible,
 * no towers of accents, and every run of white space as one space.
 */
export function cleanText(text: string): string {
  return text
    .replace(BIDI_CONTROLS, '')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(TOWER_OF_MARKS, '$1')
    .replace(WHITE_SPACE, ' ')
    .trim();
}
