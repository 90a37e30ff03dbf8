import { splitWords, type Word } from './word.js';

/**
 * Takes one match: its value, the index of its first word, and the index after its last.
 */
export type PhraseVisitor<Value> = (value: Value, firstWord: number, endWord: number) => void;

/** Words and phrases, each with a value, to be found in a text in one pass. */
export interface PhraseIndex<Value> {
  /**
   * Visits the phrases among `words[from]` to `words[to - 1]`, in order.
   *
   * At each word the longest phrase that starts there wins, and the search goes
   * on after it, so matches never overlap: with "free market" and "free market
   * dogma" in the index, "free market dogma" is one match. With `overlaps`, every
   * phrase that starts at any word is visited, short ones first. Only words
   * count: what stands between them (commas, hyphens, line breaks) does not.
   *
   * Takes time linear in the number of words; a word that starts no phrase costs
   * one look-up and nothing is allocated.
   */
  readonly find: (words: readonly Word[], from: number, to: number, visit: PhraseVisitor<Value>) => void;
}

/** Choices of a phrase index. */
export interface PhraseIndexOptions {
  /** Whether every match is visited rather than the longest ones alone. @default false */
  readonly overlaps?: boolean;
}

/**
 * Builds an index of phrases.
 *
 * A phrase is split as texts are: case, marks and the kind of apostrophe do not
 * matter. Round brackets hold what may be there, bars separate choices:
 * `taxpayer(s)` stands for two phrases, `illegal (alien|migrant)(s)` for four.
 * A phrase that is given more than once keeps all its values, in their order.
 *
 * @throws RangeError when a phrase holds no word.
 *
 * @example
 * const index = createPhraseIndex([['climate (crisis|emergency)', 'environment']]);
 * index.find(document.words, 0, document.words.length, (value, first, end) => { … });
 */
export function createPhraseIndex<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  { overlaps = false }: PhraseIndexOptions = {},
): PhraseIndex<Value> {
  const root: Node<Value> = { next: new Map(), values: undefined };
  for (const [pattern, value] of entries) {
    for (const phrase of expandPhrase(pattern)) insert(root, phrase, value);
  }

  return {
    find(words, from, to, visit) {
      let at = from;
      while (at < to) {
        let node = root.next!.get(words[at]!.lower);
        if (node === undefined) {
          at += 1;
          continue;
        }
        let longest: Node<Value> | undefined;
        let longestEnd = at + 1;
        for (let end = at + 1; ; end += 1) {
          if (node.values !== undefined) {
            if (overlaps) visitAll(node.values, visit, at, end);
            longest = node;
            longestEnd = end;
          }
          const next: Node<Value> | undefined = end < to ? node.next?.get(words[end]!.lower) : undefined;
          if (next === undefined) break;
          node = next;
        }
        if (overlaps || longest === undefined) {
          at += 1;
        } else {
          visitAll(longest.values!, visit, at, longestEnd);
          at = longestEnd;
        }
      }
    },
  };
}

/** One word of the trie. Most nodes end a phrase and have no `next`: a map each would be most of the memory. */
interface Node<Value> {
  next: Map<string, Node<Value>> | undefined;
  values: Value[] | undefined;
}

function insert<Value>(root: Node<Value>, phrase: string, value: Value): void {
  const words = splitWords(phrase);
  if (words.length === 0) throw new RangeError(`a phrase must hold a word, got ${JSON.stringify(phrase)}`);
  let node = root;
  for (const { lower } of words) {
    node.next ??= new Map();
    let next = node.next.get(lower);
    if (next === undefined) {
      next = { next: undefined, values: undefined };
      node.next.set(lower, next);
    }
    node = next;
  }
  node.values ??= [];
  node.values.push(value);
}

function visitAll<Value>(values: readonly Value[], visit: PhraseVisitor<Value>, firstWord: number, endWord: number): void {
  for (const value of values) visit(value, firstWord, endWord);
}

/** The phrases a pattern stands for: `tax(es)` gives `tax` and `taxes`. Brackets do not nest. */
function expandPhrase(pattern: string): string[] {
  const open = pattern.indexOf('(');
  const close = pattern.indexOf(')', open);
  if (open === -1 || close === -1) return [pattern];
  const choices = pattern.slice(open + 1, close).split('|');
  if (choices.length === 1) choices.unshift('');
  const before = pattern.slice(0, open);
  const after = expandPhrase(pattern.slice(close + 1));
  return choices.flatMap((choice) => after.map((rest) => before + choice + rest));
}
