import { contentWords } from './guards/content-words.js';
import { profileText } from './guards/text-profile.js';

/** Answers sharing this much of their vocabulary may be one answer in two wordings. */
const SAME_CONTENT = 0.5;

/** Of longer answers the beginning is compared. */
const MAX_LENGTH = 8_000;

/**
 * Whether two answers say the same, as far as their words tell: the same numbers, the same number
 * of denials in short ones, half of the words that carry meaning. It errs towards no, so that the
 * false-hit rate it measures is rather too high; a judge that asks a model is better.
 */
export function answersAgree(kept: string, fresh: string): boolean {
  if (kept.trim() === fresh.trim()) return true;
  const left = profileText(kept.slice(0, MAX_LENGTH));
  const right = profileText(fresh.slice(0, MAX_LENGTH));
  const isShort = Math.min(left.words.length, right.words.length) <= 40;
  if (isShort && left.negations !== right.negations) return false;
  if (share(new Set(left.numbers), new Set(right.numbers)) < 1 && isShort) return false;
  const words = share(new Set(contentWords(left.words)), new Set(contentWords(right.words)));
  return words >= SAME_CONTENT;
}

/** What the smaller set has in common with the larger one, 0 to 1. */
function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return large.size === 0 ? 1 : 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return shared / small.size;
}
