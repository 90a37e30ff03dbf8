/** A text that may have been cut. */
export interface CutText {
  readonly text: string;
  readonly isCut: boolean;
}

// A secret may begin before the cut and end after it, so a text is scrubbed with this much more and cut then.
const OVERLAP = 512;

/**
 * Cuts a text after scrubbing it, so that half a secret is never left over at the end. No more of it is looked at than
 * the limit and a little.
 *
 * @param limit Characters that may be kept, the note about the cut included.
 */
export function cutText(value: string, limit: number, scrub: (part: string) => string): CutText {
  if (value.length <= limit) return { text: scrub(value), isCut: false };
  const scrubbed = scrub(value.slice(0, limit + OVERLAP));
  const kept = scrubbed.slice(0, Math.max(0, Math.min(limit - 16, scrubbed.length - OVERLAP)));
  return { text: `${kept}...[+${value.length - kept.length}]`, isCut: true };
}
