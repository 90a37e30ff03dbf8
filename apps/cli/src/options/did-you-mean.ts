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
    .map((candidate) => ({ candidate, slips: commonStart(typed, candidate) >= 4 ? 0 : editDistance(typed, candidate) }))
    .filter(({ candidate, slips }) => slips <= Math.min(MOST_SLIPS, candidate.length / 2))
    .sort((one, other) => one.slips - other.slips);
  return best?.candidate;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** Letters to insert, drop or exchange to turn one word into the other (Levenshtein, 1966). */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const exchanged = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
