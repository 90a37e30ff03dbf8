import * as z from 'zod';

/** Limits of a text field, in UTF-16 code units after surrounding white space is removed. */
export interface TextLimits {
  /** Shortest text accepted. */
  readonly min: number;
  /** Longest text accepted, counted before white space is removed. */
  readonly max: number;
  /** What the field is called in a message to a language model. */
  readonly name: string;
}

/** A text whose surrounding white space is removed and whose length is then held to its limits. */
export function trimmedText({ min, max, name }: TextLimits) {
  const tooShort =
    min === 1
      ? `${name} cannot be empty or whitespace`
      : `${name} must be at least ${min} characters without surrounding white space`;
  return z.string().max(max, `${name} must be at most ${max} characters`).trim().min(min, tooShort);
}

/** A list of short texts: each stripped, blank ones dropped before the list is counted. */
export function textList({ max, name }: { readonly max: number; readonly name: string }) {
  return z
    .array(z.string())
    .overwrite((items) => items.map((item) => item.trim()).filter((item) => item !== ''))
    .max(max, `${name} must hold at most ${max} items`)
    .default([]);
}
