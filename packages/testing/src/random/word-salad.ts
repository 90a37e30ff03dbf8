const MARKS = [' ', ' ', ' ', ' ', ' ', ', ', '. ', '! ', '? ', '!!! ', '\n', '\n\n', ' "', '" ', '“', '”', ' > ', '\n> ', ' - ', ' 😀 ', ' \ud800 ', ' … '];

/** Words and marks in random order. */
export function wordSalad(random: () => number, words: readonly string[], length: number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  let text = '';
  for (let at = 0; at < length; at += 1) text += pick(words) + pick(MARKS);
  return text;
}
