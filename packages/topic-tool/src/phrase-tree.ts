import type { Phrase } from './count-phrases.js';
import type { Term } from './read-terms.js';

/** How many terms of a long text are looked at, the most frequent ones. */
const MOST_TERMS = 1_000;
/** Room for the ranks of terms and joiners; a power of two, so that a phrase and a rank make one small integer. */
const RANKS = 1_024;
/** Bound on memory: after so many different phrases no new ones are taken in. */
const MOST_PHRASES = 150_000;

/** The phrases of a text, each found from the one without its last word. */
export interface PhraseTree {
  readonly phrases: readonly Phrase[];
  /**
   * The phrase from one word of the text to another, given the phrase up to the word before, or nothing when it is a
   * single word. Tells `undefined` when it is new and there is no more room.
   */
  extend(shorter: Phrase | undefined, first: number, last: number): Phrase | undefined;
  /** The phrases inside another one. */
  within(phrase: Phrase): Iterable<Phrase>;
}

/** Makes an empty tree over the words of a text. */
export function createPhraseTree(rankOf: Int32Array, termOf: Int32Array): PhraseTree {
  const phrases: Node[] = [];
  const nodes = new Map<number, Node>();
  const find = (first: number, length: number): Node | undefined => {
    let node: Node | undefined;
    for (let at = first; at < first + length; at += 1) {
      node = nodes.get((node?.id ?? 0) * RANKS + rankOf[termOf[at]!]!);
      if (node === undefined) return undefined;
    }
    return node;
  };
  return {
    phrases,
    extend(shorter, first, last) {
      // Every phrase handed out is a node of this tree.
      const key = ((shorter as Node | undefined)?.id ?? 0) * RANKS + rankOf[termOf[last]!]!;
      let node = nodes.get(key);
      if (node === undefined && phrases.length < MOST_PHRASES) {
        node = { id: phrases.length + 1, firstAt: first, length: last - first + 1, count: 0, sentences: 0, lastSentence: -1, names: 0, isWhole: false, countInLonger: 0 };
        nodes.set(key, node);
        phrases.push(node);
      }
      return node;
    },
    *within({ firstAt, length }) {
      for (let size = 1; size < length; size += 1) {
        for (let first = firstAt; first + size <= firstAt + length; first += 1) {
          const inner = find(first, size);
          if (inner !== undefined) yield inner;
        }
      }
    },
  };
}

interface Node extends Phrase {
  readonly id: number;
}

/** The rank of each term among those looked at, by the term's id, or -1. Joiners have ranks of their own. */
export function rankTerms(terms: readonly Term[]): Int32Array {
  const ranks = new Int32Array(terms.length).fill(-1);
  const counted: Term[] = [];
  let joiners = 0;
  for (const term of terms) {
    if (term.isJoiner) {
      ranks[term.id] = MOST_TERMS + joiners;
      joiners += 1;
    } else if (term.count > 0) counted.push(term);
  }
  if (counted.length > MOST_TERMS) counted.sort((one, other) => other.count - one.count || one.firstAt - other.firstAt).length = MOST_TERMS;
  counted.forEach((term, rank) => (ranks[term.id] = rank));
  return ranks;
}
