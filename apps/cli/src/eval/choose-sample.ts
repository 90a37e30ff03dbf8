import { readLines } from './json-lines.js';

/** Which records of each file are taken: their places among the lines that are not empty, counted from 0. */
export type Sample = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Draws at most `limit` lines, as evenly from the files as their lengths allow.
 * Files are often sorted by label, so the first lines would not do. The same
 * files and the same seed give the same sample.
 */
export async function chooseSample(files: readonly string[], limit: number, seed = 1): Promise<Sample> {
  const counts: (readonly [file: string, count: number])[] = [];
  for (const file of files) {
    let count = 0;
    const lines = readLines(file);
    while ((await lines.next()).done !== true) count += 1;
    counts.push([file, count]);
  }
  const sample = new Map<string, ReadonlySet<number>>();
  // The short files first: what they lack the others may give.
  let left = limit;
  for (const [at, [file, count]] of [...counts].sort((one, other) => one[1] - other[1]).entries()) {
    const share = Math.min(count, Math.floor(left / (counts.length - at)));
    sample.set(file, draw(count, share, seed));
    left -= share;
  }
  return sample;
}

/** Some of the numbers below `count`, by the selection sampling of Knuth (The Art of Computer Programming 2, 3.4.2 S). */
function draw(count: number, wanted: number, seed: number): Set<number> {
  const chosen = new Set<number>();
  let state = seed >>> 0;
  for (let at = 0; at < count && chosen.size < wanted; at += 1) {
    // A linear congruential generator with the constants of Numerical Recipes.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if ((count - at) * (state / 2 ** 32) < wanted - chosen.size) chosen.add(at);
  }
  return chosen;
}
