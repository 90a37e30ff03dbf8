import { createPhraseTree, rankTerms } from './phrase-tree.js';
import { GAP } from './read-gap.js';
import { JOINER, type TermTable } from './read-terms.js';
import { KIND } from './word-kind.js';

/** A run of terms that may be a topic, and where it was seen. */
export interface Phrase {
  /** Where it was seen first: index of its first word. */
  readonly firstAt: number;
  /** How many words it has. */
  readonly length: number;
  count: number;
  /** In how many sentences it was seen, and the last of them. */
  sentences: number;
  lastSentence: number;
  /** How often all its words were written as a name. */
  names: number;
  /** Whether it once filled all the room between two borders: stop words, marks, a change between name and plain words. */
  isWhole: boolean;
  /** Most often counted longer phrase that holds it. */
  countInLonger: number;
}

/** Most words of a phrase. */
const LONGEST_PHRASE = 4;
/** Counts the phrases of one to four terms of a text, in one pass over its words. */
export function countPhrases(table: TermTable, sentences: readonly { readonly firstWord: number; readonly endWord: number }[]): Phrase[] {
  const { termOf, kindOf, gapAfter, isName } = table;
  const rankOf = rankTerms(table.terms);
  const tree = createPhraseTree(rankOf, termOf);
  for (let index = 0; index < sentences.length; index += 1) {
    const { firstWord, endWord } = sentences[index]!;
    let start = firstWord;
    while (start < endWord) {
      if (!isInPhrase(kindOf, rankOf, termOf, start)) {
        start += 1;
        continue;
      }
      let end = start + 1;
      while (end < endWord && isInPhrase(kindOf, rankOf, termOf, end) && isTied(gapAfter, isName, end - 1)) end += 1;
      countRun(start, end, index);
      start = end;
    }
  }
  const phrases = tree.phrases.filter((phrase) => phrase.count > 1 || phrase.isWhole);
  for (const longer of phrases) {
    if (longer.length === 1) continue;
    for (const shorter of tree.within(longer)) shorter.countInLonger = Math.max(shorter.countInLonger, longer.count);
  }
  return phrases;

  function countRun(start: number, end: number, sentence: number): void {
    for (let first = start; first < end; first += 1) {
      if (kindOf[first] === JOINER) continue;
      let phrase: Phrase | undefined;
      let hasTopical = false;
      let areNames = true;
      for (let last = first; last < end && last < first + LONGEST_PHRASE; last += 1) {
        phrase = tree.extend(phrase, first, last);
        if (phrase === undefined) break;
        hasTopical ||= kindOf[last] === KIND.topical;
        areNames &&= isName[last] === 1 || kindOf[last] === JOINER;
        if (!canEnd(kindOf[last]!, areNames) || !(hasTopical || last > first)) continue;
        phrase.count += 1;
        if (areNames) phrase.names += 1;
        if (phrase.lastSentence !== sentence) {
          phrase.lastSentence = sentence;
          phrase.sentences += 1;
        }
        phrase.isWhole ||= isBorder(start, end, first) && isBorder(start, end, last + 1) && isUniform(first, last);
      }
    }
  }

  /** "Interest rates" are a topic though neither word is, and so is the "Far East"; "interest national" is none. */
  function canEnd(kind: number, areNames: boolean): boolean {
    return kind === KIND.topical || kind === KIND.companion || (areNames && kind !== JOINER);
  }

  /** Whether a phrase may begin or end before a word of a run: at its ends, and where a name meets plain words. */
  function isBorder(start: number, end: number, at: number): boolean {
    return at === start || at === end || isNameLike(at) !== isNameLike(at - 1);
  }

  function isUniform(first: number, last: number): boolean {
    for (let at = first + 1; at <= last; at += 1) if (isNameLike(at) !== isNameLike(first)) return false;
    return true;
  }

  function isNameLike(at: number): boolean {
    return isName[at] === 1 || kindOf[at] === JOINER;
  }
}

function isInPhrase(kindOf: Uint8Array, rankOf: Int32Array, termOf: Int32Array, at: number): boolean {
  const kind = kindOf[at]!;
  return kind === JOINER || (kind >= KIND.qualifier && rankOf[termOf[at]!]! >= 0);
}

function isTied(gapAfter: Uint8Array, isName: Uint8Array, at: number): boolean {
  return gapAfter[at] === GAP.tied || (gapAfter[at] === GAP.tiedInName && isName[at] === 1 && isName[at + 1] === 1);
}
