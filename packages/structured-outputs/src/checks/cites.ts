import type { Check } from './check.js';

/** Where quotes stand in the data, and in what they must be found. */
export interface CitesOptions<Data> {
  /** The text that is quoted. Without it the call's `context` is used, which must then be a text. */
  readonly source?: string;
  /** The quotes, with the path of each. */
  readonly quotes: (data: Data) => readonly { readonly path: readonly (string | number)[]; readonly quote: string }[];
}

/**
 * Checks that every quote stands in the source: letter by letter, or with
 * other white space and quotation marks.
 */
export function cites<Data>({ source, quotes }: CitesOptions<Data>): Check<Data> {
  return (data, { context }) => {
    const text = source ?? (typeof context === 'string' ? context : '');
    let plainText: string | undefined;
    return quotes(data)
      .filter(({ quote }) => quote.trim() === '' || !(text.includes(quote) || (plainText ??= plain(text)).includes(plain(quote))))
      .map(({ path }) => ({ path, message: 'is not in the source text: quote it word by word' }));
  };
}

function plain(text: string): string {
  return text.replace(/[“”„«»]/g, '"').replace(/[‘’‚]/g, "'").replace(/\s+/g, ' ').trim();
}
