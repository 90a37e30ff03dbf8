/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (a linear congruential one, constants of Numerical Recipes). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const MARKS = [' ', ' ', ' ', ' ', ' ', ', ', '. ', '! ', '? ', '!!! ', '\n', '\n\n', ' "', '" ', '“', '”', ' > ', '\n> ', ' - ', ' 😀 ', ' \ud800 ', ' … '];

/** Words and marks in random order. */
export function wordSalad(random: () => number, words: readonly string[], length: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let text = '';
  for (let at = 0; at < length; at += 1) text += pick(words) + pick(MARKS);
  return text;
}
