import type { PartAnswer } from './llm-path.js';

/** Mean of a number of each answer, each part counting by its length. */
export function weightedMean<Answer>(answers: readonly PartAnswer<Answer>[], valueOf: (answer: Answer) => number): number {
  const mean = answers.reduce((sum, { answer, share }) => sum + share * valueOf(answer), 0);
  return Math.round(mean * 100) / 100;
}

/** The value that the most text speaks for; of equals the first. */
export function weightedVote<Answer, Value>(answers: readonly PartAnswer<Answer>[], valueOf: (answer: Answer) => Value): Value {
  const votes = new Map<Value, number>();
  for (const { answer, share } of answers) votes.set(valueOf(answer), (votes.get(valueOf(answer)) ?? 0) + share);
  return [...votes].reduce((best, vote) => (vote[1] > best[1] ? vote : best))[0];
}

/** One list of all: the first of each, then the second of each, …, each entry once, at most `most`. */
export function mergeLists<Item>(lists: readonly (readonly Item[])[], most: number): Item[] {
  const merged = new Set<Item>();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let index = 0; index < longest; index += 1) {
    for (const list of lists) if (index < list.length) merged.add(list[index]!);
  }
  return [...merged].slice(0, most);
}

/** Paragraphs one after the other, in at most `longest` UTF-16 code units: each gives way by the same share. */
export function joinProse(paragraphs: readonly string[], longest: number): string {
  const joined = paragraphs.join('\n\n');
  if (joined.length <= longest) return joined;
  const room = Math.floor((longest + 2) / paragraphs.length) - 2;
  return paragraphs
    // A cut through a pair would leave half a character.
    .map((paragraph) => (paragraph.length <= room ? paragraph : `${paragraph.slice(0, Math.max(0, room - 1)).replace(/[\ud800-\udbff]$/, '')}…`))
    .join('\n\n')
    .slice(0, longest);
}
