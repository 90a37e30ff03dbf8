import { baseForm, contentWords } from './content-words.js';
import type { GuardName } from './guard-name.js';
import type { TextProfile } from './text-profile.js';
import { CASE_MATTERS, DIRECTIONS, FILLERS, OPPOSITES } from './word-lists.js';

/**
 * The first thing that makes one text's answer wrong for the other; `undefined` when nothing was
 * found. Careful rather than generous: a needless `no` costs one call, a wrong `yes` gives somebody
 * the answer to another question. Linear in the number of words.
 */
export function differingGuard(a: TextProfile, b: TextProfile): GuardName | undefined {
  return CHECKS.find(([, differ]) => differ(a, b))?.[0];
}

type Check = (a: TextProfile, b: TextProfile) => boolean;

const CHECKS: readonly (readonly [GuardName, Check])[] = [
  ['number', (a, b) => !isSame(a.numbers, b.numbers)],
  ['quote', (a, b) => !isSame(a.quotes, b.quotes)],
  ['code', (a, b) => !isSame(a.code, b.code)],
  ['link', (a, b) => !isSame(a.links, b.links)],
  ['negation', (a, b) => a.negations !== b.negations],
  ['language', areOtherLanguages],
  ['payload', (a, b) => a.payload !== b.payload],
  ['name', haveOtherNames],
  ['opposite', areOpposed],
  ['direction', areSwapped],
  ['wording', differInWording],
];

/** Sets of words this similar belong to one sentence with a word replaced. Set on the first half of the sentence pairs in the tests. */
const SAME_SENTENCE = 0.3;

function areOtherLanguages(a: TextProfile, b: TextProfile): boolean {
  if (a.language === b.language) return false;
  if (a.language !== '' && b.language !== '') return true;
  const others = new Set(b.words);
  return !a.words.some((word) => others.has(word));
}

/** A name in one text must be a word of the other, and they must come in the same order. */
function haveOtherNames(a: TextProfile, b: TextProfile): boolean {
  const names = new Set([...a.names, ...b.names]);
  if (names.size === 0) return false;
  for (const name of names) if (CASE_MATTERS.has(name) && a.names.includes(name) !== b.names.includes(name)) return true;
  return !isSame(mentioned(a, names), mentioned(b, names));
}

function mentioned(profile: TextProfile, names: ReadonlySet<string>): string[] {
  return [...new Set(profile.words.map((word) => (word.endsWith("'s") ? word.slice(0, -2) : word)).filter((word) => names.has(word)))];
}

function areOpposed(a: TextProfile, b: TextProfile): boolean {
  const left = withBaseForms(a);
  const right = withBaseForms(b);
  const isOneSided = (one: string, other: string) => left.has(one) && !left.has(other) && right.has(other) && !right.has(one);
  return OPPOSITES.some(([one, other]) => isOneSided(one, other) || isOneSided(other, one));
}

function withBaseForms({ words }: TextProfile): ReadonlySet<string> {
  return new Set(words.flatMap((word) => [word, word.endsWith('s') ? word.slice(0, -1) : word, baseForm(word)]));
}

/** `from A to B` against `from B to A`: each text has a word behind the direction that the other has elsewhere. */
function areSwapped(a: TextProfile, b: TextProfile): boolean {
  const left = behindDirections(a);
  const right = behindDirections(b);
  const leftWords = new Set(contentWords(a.words));
  const rightWords = new Set(contentWords(b.words));
  for (const [direction, targets] of left) {
    const others = right.get(direction);
    if (!others) continue;
    const moved = [...targets].some((word) => !others.has(word) && rightWords.has(word));
    const movedBack = [...others].some((word) => !targets.has(word) && leftWords.has(word));
    if (moved && movedBack) return true;
  }
  return false;
}

function behindDirections({ words }: TextProfile): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  let direction: string | undefined;
  for (const word of words) {
    if (DIRECTIONS.has(word)) direction = word;
    else if (direction !== undefined && !FILLERS.has(word)) {
      const targets = found.get(direction) ?? new Set();
      found.set(direction, targets.add(baseForm(word)));
      direction = undefined;
    }
  }
  return found;
}

/**
 * Sentences that share their frame but not all of their content are minimal pairs: to an embedding
 * they are near because of the frame. Where the frame is another one too, only the meaning can have
 * brought them together, and that is left to the similarity.
 */
function differInWording(a: TextProfile, b: TextProfile): boolean {
  const left = contentWords(a.words);
  const right = contentWords(b.words);
  if (isSame(left, right)) return false;
  const leftAll = new Set(a.words.map(baseForm));
  const rightAll = new Set(b.words.map(baseForm));
  if (isSameSet(new Set(left), new Set(right))) {
    // The very same words in another order: the dog bites the man.
    return isSameSet(leftAll, rightAll);
  }
  return overlap(leftAll, rightAll) >= SAME_SENTENCE || overlap(new Set(left), new Set(right)) >= SAME_SENTENCE;
}

/** Jaccard index, 0 to 1. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((item) => b.has(item));
}
