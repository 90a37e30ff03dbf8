import { FILLERS, SYNONYMS } from './word-lists.js';

/** The words that carry meaning, each in its base form, in order. */
export function contentWords(words: readonly string[]): string[] {
  return words.filter((word) => !FILLERS.has(word)).map(baseForm);
}

/** A word without its common endings, and its synonyms as one. For comparing only: it need not be a word. */
export function baseForm(word: string): string {
  const plain = SYNONYMS.get(word) ?? word;
  const stem = stemOf(plain);
  const synonym = SYNONYMS.get(stem);
  return synonym === undefined ? stem : stemOf(synonym);
}

function stemOf(original: string): string {
  let word = original;
  if (word.endsWith("'s")) word = word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word)) word = word.slice(0, -1);
  if (word.length > 5 && word.endsWith('ing')) word = single(word.slice(0, -3));
  else if (word.length > 4 && word.endsWith('ed')) word = single(word.slice(0, -2));
  else if (word.length > 5 && word.endsWith('ly')) word = word.slice(0, -2);
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word;
}

/** `stopp` is `stop`. */
function single(word: string): string {
  return word.at(-1) === word.at(-2) && !/[sl]$/u.test(word) ? word.slice(0, -1) : word;
}
