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
 * @throws RangeError when a phrase holds no word, or its brackets nest or do not close.
 *
 * @example
 * const index = createPhraseIndex([['climate (crisis|emergency)', 'environment']]);
 * index.find(document.words, 0, document.words.length, (value, first, end) => { … });
 */
export function createPhraseIndex<Value>(
  entries: Iterable<readonly [phrase: string, value: Value]>,
  { overlaps = false }: PhraseIndexOptions = {},
): PhraseIndex<Value> {
  const heads = new Map<string, Head<Value>>();
  for (const [pattern, value] of entries) addPattern(heads, pattern, value);

  return {
    find(words, from, to, visit) {
      let at = from;
      while (at < to) {
        const head = heads.get(words[at]!.lower);
        if (head === undefined) {
          at += 1;
          continue;
        }
        let node = (head.node ??= growTrie(head.patterns));
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
        if (overlaps || longest?.values === undefined) {
          at += 1;
        } else {
          visitAll(longest.values, visit, at, longestEnd);
          at = longestEnd;
        }
      }
    },
  };
}

/**
 * The patterns that start with one word. They become a trie when a text first
 * holds the word: a lexicon of thousands of phrases is ready in a few
 * milliseconds, and a short text pays for the few words it has.
 */
interface Head<Value> {
  readonly patterns: (readonly [pattern: string, value: Value])[];
  node: Node<Value> | undefined;
}

/** One word of a trie. Most nodes end a phrase and have no `next`: a map each would be most of the memory. */
interface Node<Value> {
  next: Map<string, Node<Value>> | undefined;
  values: Value[] | undefined;
}

/** Patterns that start with one plain word, and whose brackets close: nothing of them need be looked at before a text holds that word. */
const PLAIN_START = /^[a-z0-9]+(?: (?:[a-z0-9 ]|\([a-z0-9| ]*\))*)?$/;

/** Patterns whose words can be told by their spaces alone; nearly all of the others are such. */
const PLAIN = /^(?:[a-z0-9()| ]|(?<=[a-z])'(?=[a-z]))*$/;

/** A bracket that is met by another opening one, or by the end. */
const UNEVEN = /\([^()]*(?:\(|$)/;

/** Files a pattern under each word that it can start with, without spelling out the rest. */
function addPattern<Value>(heads: Map<string, Head<Value>>, pattern: string, value: Value): void {
  if (PLAIN_START.test(pattern)) {
    fileUnder(heads, pattern, value);
    return;
  }
  if (UNEVEN.test(pattern)) throw new RangeError(`brackets in a phrase must close and may not nest, got ${JSON.stringify(pattern)}`);
  const headEnd = endOfHead(pattern);
  const starts = PLAIN.test(pattern) ? expandPattern(pattern.slice(0, headEnd)) : [''];
  // Where the start is not plain, or can be empty, only the whole phrase tells its first word.
  const isOpen = starts.some((start) => start.trim() === '');
  const spelled = isOpen ? expandPattern(pattern).map(normalize) : starts.map((start) => start.trim() + pattern.slice(headEnd));
  for (const phrase of spelled) {
    if (phrase === '') throw new RangeError(`a phrase must hold a word, got ${JSON.stringify(pattern)}`);
    fileUnder(heads, phrase, value);
  }
}

/** Files what begins with a word of its own under that word. */
function fileUnder<Value>(heads: Map<string, Head<Value>>, phrase: string, value: Value): void {
  const space = phrase.indexOf(' ');
  const word = space === -1 ? phrase : phrase.slice(0, space);
  const head = heads.get(word);
  if (head === undefined) heads.set(word, { patterns: [[phrase, value]], node: undefined });
  else head.patterns.push([phrase, value]);
}

/** Where the first word of a pattern ends: at its first space outside brackets. */
function endOfHead(pattern: string): number {
  let isInside = false;
  for (let at = 0; at < pattern.length; at += 1) {
    const mark = pattern[at];
    if (mark === '(') isInside = true;
    else if (mark === ')') isInside = false;
    else if (mark === ' ' && !isInside) return at;
  }
  return pattern.length;
}

function normalize(phrase: string): string {
  return splitWords(phrase)
    .map(({ lower }) => lower)
    .join(' ');
}

/** The trie of patterns that share their first word, which is its root. */
function growTrie<Value>(patterns: Head<Value>['patterns']): Node<Value> {
  const root: Node<Value> = { next: undefined, values: undefined };
  for (const [pattern, value] of patterns) {
    for (const phrase of expandPattern(pattern)) {
      let node = root;
      for (const word of phrase.trimEnd().split(/ +/).slice(1)) {
        node.next ??= new Map();
        let next = node.next.get(word);
        if (next === undefined) {
          next = { next: undefined, values: undefined };
          node.next.set(word, next);
        }
        node = next;
      }
      node.values ??= [];
      node.values.push(value);
    }
  }
  return root;
}

function visitAll<Value>(values: readonly Value[], visit: PhraseVisitor<Value>, firstWord: number, endWord: number): void {
  for (const value of values) visit(value, firstWord, endWord);
}

/** The phrases a pattern stands for: `tax(es)` gives `tax` and `taxes`. Brackets do not nest. */
function expandPattern(pattern: string): string[] {
  const open = pattern.indexOf('(');
  const close = pattern.indexOf(')', open);
  if (open === -1 || close === -1) return [pattern];
  const choices = pattern.slice(open + 1, close).split('|');
  if (choices.length === 1) choices.unshift('');
  const before = pattern.slice(0, open);
  const after = expandPattern(pattern.slice(close + 1));
  return choices.flatMap((choice) => after.map((rest) => before + choice + rest));
}
