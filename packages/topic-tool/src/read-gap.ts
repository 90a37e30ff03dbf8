import type { Word } from '@discord-intelligence/analysis-tool';

import { TITLES } from './lexicon/titles.js';

/** How two words of a sentence are tied. */
export const GAP = {
  /** Parted by a mark, or by the sentence's end. */
  apart: 0,
  /** Tied by white space or a hyphen. */
  tied: 1,
  /** Tied within a name only, by the full stop of a title or an initial or by "&": "Dr. Smith", "U.S.", "AT&T". */
  tiedInName: 2,
  /** Parts of an address: "https://", "name@host", "example.com". */
  address: 3,
} as const;

/** One of {@link GAP}. */
export type Gap = (typeof GAP)[keyof typeof GAP];

const TITLED: ReadonlySet<string> = new Set(TITLES.split(' '));
/** Last parts of host names. */
const DOMAINS = new Set('com org net io gov edu co uk de fr eu ru info app dev ly be gg tv me html php'.split(' '));
const LONGEST_GAP = 3;

/** Tells how a word is tied to the next one of its sentence. */
export function gapBetween(text: string, word: Word, next: Word | undefined): Gap {
  if (next === undefined) return text.startsWith('://', word.end) ? GAP.address : GAP.apart;
  const { end } = word;
  const { start } = next;
  const length = start - end;
  const mark = text.charCodeAt(end);
  if (length === 1) {
    if (mark === SPACE || mark === HYPHEN || mark === NEW_LINE || mark === TAB) return GAP.tied;
    if (mark === AT) return GAP.address;
    if (mark === AMPERSAND) return GAP.tiedInName;
    if (mark === FULL_STOP) return DOMAINS.has(next.lower) || word.lower === 'www' ? GAP.address : isInitial(text, word) ? GAP.tiedInName : GAP.apart;
    return GAP.apart;
  }
  if (mark === COLON && text.startsWith('://', end)) return GAP.address;
  if (length > LONGEST_GAP) return GAP.apart;
  if (mark === FULL_STOP) return isBlank(text, end + 1, start) && (TITLED.has(word.lower) || isInitial(text, word)) ? GAP.tiedInName : GAP.apart;
  if (length === 3 && text.startsWith(' & ', end)) return GAP.tiedInName;
  return isBlank(text, end, start) ? GAP.tied : GAP.apart;
}

/** Whether the character at an offset is a capital letter. */
export function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text[at] ?? '';
  return letter !== letter.toLowerCase();
}

function isInitial(text: string, { start, end }: Word): boolean {
  return end - start === 1 && isCapital(text, start);
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (text.charCodeAt(at) > SPACE) return false;
  return true;
}

const TAB = 0x09;
const NEW_LINE = 0x0a;
const SPACE = 0x20;
const AMPERSAND = 0x26;
const HYPHEN = 0x2d;
const FULL_STOP = 0x2e;
const COLON = 0x3a;
const AT = 0x40;
