import { foldText, type FoldedText } from './fold-text.js';

/** A passage of a text, in UTF-16 code units, `end` exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Finds where a quotation stands between two offsets of a text. */
export type QuoteLocator = (quote: string, range: Passage) => Passage | undefined;

/**
 * Makes a function that finds quotations in a text: letter by letter, otherwise
 * without regard to case, white space, form of quotation marks and dashes,
 * characters without width, and marks that a model has put around the quote.
 *
 * A passage that was found before is found again only when there is no other.
 * A quotation without a letter or digit is found nowhere.
 */
export function createQuoteLocator(text: string): QuoteLocator {
  const found = new Set<number>();
  let folded: FoldedText | undefined;

  const pick = (candidates: Iterable<Passage>): Passage | undefined => {
    let first: Passage | undefined;
    for (const passage of candidates) {
      first ??= passage;
      if (found.has(passage.start)) continue;
      first = passage;
      break;
    }
    if (first !== undefined) found.add(first.start);
    return first;
  };

  return (quote, range) => {
    const exact = quote.trim();
    if (!/[\p{L}\p{N}]/u.test(exact)) return undefined;
    return pick(exactPassages(text, exact, range)) ?? pick(foldedPassages(text, (folded ??= foldText(text)), exact, range));
  };
}

/** Repeats of one quote that are looked at: a bound on the work, far above what a result lists. */
const MOST_REPEATS = 200;

function* exactPassages(text: string, quote: string, { start, end }: Passage): Iterable<Passage> {
  let at = text.indexOf(quote, start);
  for (let repeats = 0; at !== -1 && at + quote.length <= end && repeats < MOST_REPEATS; repeats += 1) {
    if (isWhole(text, at, at + quote.length)) yield { start: at, end: at + quote.length };
    at = text.indexOf(quote, at + 1);
  }
}

function* foldedPassages(text: string, folded: FoldedText, quote: string, range: Passage): Iterable<Passage> {
  const wanted = trimMarks(foldText(quote).text);
  if (wanted === '') return;
  let at = folded.text.indexOf(wanted, folded.indexOf(range.start));
  for (let repeats = 0; at !== -1 && repeats < MOST_REPEATS; repeats += 1) {
    const passage = { start: folded.startOf(at), end: folded.endOf(at + wanted.length - 1) };
    if (passage.end > range.end) return;
    if (isWhole(text, passage.start, passage.end)) yield passage;
    at = folded.text.indexOf(wanted, at + 1);
  }
}

/** Quotation marks, full stops and the like around a quote are the model's as often as the text's. */
function trimMarks(folded: string): string {
  return folded.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]{1,8}$/u, '');
}

/** A quotation may not begin or end within a word: "rational" is not quoted from "irrational". */
function isWhole(text: string, start: number, end: number): boolean {
  return !(isWordUnit(text, start - 1) && isWordUnit(text, start)) && !(isWordUnit(text, end - 1) && isWordUnit(text, end));
}

function isWordUnit(text: string, offset: number): boolean {
  const unit = text[offset];
  return unit !== undefined && /[\p{Alphabetic}\p{N}]/u.test(unit) && !SCRIPTS_WITHOUT_SPACES.test(unit);
}

const SCRIPTS_WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
