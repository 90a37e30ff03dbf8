import { guessLanguage } from './guess-language.js';
import { NEGATIONS, NUMBER_WORDS } from './word-lists.js';
import { takeLiterals } from './take-literals.js';

/** What the guards compare of a text; made once, kept with the entry. */
export interface TextProfile {
  /** Code of the language or script; empty when unsure. */
  readonly language: string;
  /** All words in lower case, in order; without those in `quotes`, `code` and `links`. */
  readonly words: readonly string[];
  /** Words, in lower case, that are written like names. */
  readonly names: readonly string[];
  /** In order; words for numbers as digits. */
  readonly numbers: readonly string[];
  readonly quotes: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
  /** How often it denies. */
  readonly negations: number;
  /** What stands behind the first colon or line break, white space made one; empty when there is none. */
  readonly payload: string;
}

/** Words of letters (with an apostrophe inside), or numbers with their points and commas. */
const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*/gu;

/** Scripts without spaces between words: each letter counts as a word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;

/** Looks at a text once, in time linear in its length. */
export function profileText(original: string): TextProfile {
  const text = original.normalize('NFC').trim();
  const { rest, quotes, code, links } = takeLiterals(text);
  const words: string[] = [];
  const names = new Set<string>();
  const numbers: string[] = [];
  let negations = 0;
  const isShouted = rest === rest.toUpperCase();

  for (const { 0: token, index } of rest.matchAll(TOKEN)) {
    if (/^\p{N}/u.test(token)) {
      numbers.push(plainNumber(token));
      continue;
    }
    if (UNSPACED.test(token)) {
      for (const letter of token) {
        words.push(letter);
        if (NEGATIONS.has(letter)) negations += 1;
      }
      continue;
    }
    const word = token.toLowerCase().replace('’', "'");
    const number = NUMBER_WORDS.get(word);
    if (number !== undefined) numbers.push(number);
    else words.push(word);
    if (NEGATIONS.has(word) || word.endsWith("n't")) negations += 1;
    if (number === undefined && !isShouted && isName(token, rest, index)) names.add(possessor(word));
  }
  return { language: guessLanguage(words), words, names: [...names], numbers, quotes, code, links, negations, payload: payloadOf(text) };
}

/** A capital letter inside a sentence, or more than one in the word. */
function isName(token: string, text: string, index: number): boolean {
  const first = token[0]!;
  if (first === first.toLowerCase() || token === 'I' || token.startsWith("I'") || token.startsWith('I’')) return false;
  if (token.length > 1 && token.slice(1) !== token.slice(1).toLowerCase()) return true;
  let before = index - 1;
  while (before >= 0 && /[\s"'“”‘’«»(*_]/u.test(text[before]!)) {
    if (text[before] === '\n') return false;
    before -= 1;
  }
  return before >= 0 && !/[.!?:;…–—-]/u.test(text[before]!);
}

function possessor(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}

/** `1,000` is `1000`, `3,5` is `3.5`, `2.50` is `2.5`: a comma before three digits divides thousands. */
function plainNumber(token: string): string {
  const plain = token.replace(/,(?=\p{N}{3}(?:\D|$))/gu, '').replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) && plain.length <= 15 ? String(value) : plain;
}

const PAYLOAD_START = /:\s|\n/u;

function payloadOf(text: string): string {
  const start = text.search(PAYLOAD_START);
  return start === -1 ? '' : text.slice(start + 1).trim().replace(/\s+/gu, ' ');
}
