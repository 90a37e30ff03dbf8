import { distance } from 'fastest-levenshtein';

/** More slips than this make another word. */
const MOST_SLIPS = 3;
/** Nothing anyone types by hand is longer, and the comparison costs length times length. */
const LONGEST_NAME = 40;

/** The known name that was probably meant; undefined when none is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  const typed = name.toLowerCase();
  const [best] = known
    // The start of a name is a better sign than any count of slips: "fallacy" means "fallacies".
    .map((candidate) => ({ candidate, slips: commonStart(typed, candidate) >= 4 ? 0 : distance(typed, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.min(MOST_SLIPS, candidate.length / 2))
    .sort((one, other) => one.slips - other.slips);
  return best?.candidate;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
