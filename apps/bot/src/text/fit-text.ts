import { cleanText } from './clean-text.js';
import { escapeMarkdown } from './escape-markdown.js';

/** A text made to fit. */
export interface FittedText {
  /** Clean and escaped: ready to stand in a message. */
  readonly text: string;
  /** Whether something had to go. */
  readonly isCut: boolean;
}

/** Where to cut a text that is too long. */
export type CutAt = 'sentence' | 'anywhere';

const ELLIPSIS = '…';
/** A sentence end nearer to the beginning than this share of the room is not worth the loss. */
const LEAST_SHARE = 0.5;
/** More UTF-16 code units than the longest emoji sequence of Unicode has. */
const LONGEST_EMOJI = 64;
const SENTENCE_END = /[.!?。！？…]["'”’)\]]*(?= |$)/gu;

/**
 * Cleans and escapes somebody else's text and cuts it, if it must be, between
 * what a reader sees as characters: never inside an emoji, an escape or a
 * surrogate pair. With `sentence` the cut moves back to a sentence's end where
 * one is near.
 *
 * @param maxLength - Room in UTF-16 code units, counted after escaping; at least 1.
 */
export function fitText(text: string, maxLength: number, cutAt: CutAt = 'anywhere'): FittedText {
  const clean = cleanText(text);
  // Escaping never shortens, so what is longer than the room cannot fit.
  const whole = clean.length <= maxLength ? escapeMarkdown(clean) : undefined;
  if (whole !== undefined && whole.length <= maxLength) return { text: whole, isCut: false };

  const start = takeGraphemes(clean, maxLength - ELLIPSIS.length);
  const end = cutAt === 'sentence' ? lastSentenceEnd(start) : undefined;
  if (end !== undefined && end >= start.length * LEAST_SHARE) {
    // The escaped sentence ends in a full stop already; the mark stands apart from it.
    const sentences = escapeMarkdown(start.slice(0, end));
    if (sentences.length + ELLIPSIS.length + 1 <= maxLength) return { text: `${sentences} ${ELLIPSIS}`, isCut: true };
  }
  return { text: `${escapeMarkdown(start).trimEnd()}${ELLIPSIS}`, isCut: true };
}

/** The longest beginning whose escaped form fits, in whole grapheme clusters. */
function takeGraphemes(text: string, room: number): string {
  let used = 0;
  let end = 0;
  // Enough to fill the room and to see the end of the last emoji in it, so that a long text is not segmented whole.
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, room + LONGEST_EMOJI))) {
    used += escapeMarkdown(segment).length;
    if (used > room) break;
    end = index + segment.length;
  }
  // A letter under a thousand accents is one cluster and may be cut in code points.
  if (end === 0) return Array.from(text.slice(0, Math.floor(room / 2))).slice(0, -1).join('');
  return text.slice(0, end);
}

function lastSentenceEnd(text: string): number | undefined {
  let end: number | undefined;
  for (const match of text.matchAll(SENTENCE_END)) end = match.index + match[0].length;
  return end;
}
