import { createQuoteLocator, type QuoteLocator } from './locate-quote.js';

/** A passage between quotation marks, of the length of a clause at most. */
const QUOTATION = /[“"„«]([^“”"„«»]{1,400})[”"“»]/gu;
/** Fewer words may be a name, a term or a word that is only mentioned. */
const FEWEST_WORDS = 3;
const EVERYWHERE = { start: 0, end: Infinity };

/**
 * Makes a function that takes the marks off every quotation of three words and
 * more that stands in none of the sources, so that a reader does not take a
 * paraphrase for the text's own words.
 */
export function createProseChecker(sources: readonly string[], onFalse: () => void): (prose: string) => string {
  let locators: readonly QuoteLocator[] | undefined;
  return (prose) =>
    prose.replace(QUOTATION, (quotation, quoted: string) => {
      if (quoted.trim().split(/\s+/u).length < FEWEST_WORDS) return quotation;
      locators ??= sources.map((source) => createQuoteLocator(source));
      const isFound = locators.some((locate) => locate(quoted, EVERYWHERE) !== undefined);
      if (isFound) return quotation;
      onFalse();
      return quoted;
    });
}
