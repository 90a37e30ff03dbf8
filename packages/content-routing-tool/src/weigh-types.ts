import type { ShownType } from './lexicon/type-lexicon.js';
import { TYPES } from './lexicon/types.js';
import type { ContentReading } from './read-content.js';

/** A type of content with the points that speak for it. */
export interface WeighedType {
  readonly type: ShownType;
  readonly points: number;
}

/** What the shape of a text tells beside its words. */
export interface Shape {
  readonly isCode: boolean;
  readonly isVerse: boolean;
  readonly isDialogue: boolean;
}

/** Reads the shape of a text. */
export function shapeOf({ characters, words, noiseLength, repeatedSentences, sentences }: ContentReading): Shape {
  const { lines, verseLines, codeLines, visible, speakerLines } = characters;
  // An address has marks of code in it, about one in six.
  const codeMarks = characters.codeMarks - noiseLength / 6;
  return {
    isCode: words >= 4 && codeMarks > 0.08 * visible && (codeLines >= 0.25 * lines || codeMarks > 0.15 * visible),
    isVerse: lines >= 6 && verseLines >= 0.7 * lines && repeatedSentences >= 0.1 * sentences && codeMarks < 0.05 * visible,
    isDialogue: speakerLines >= 3 && speakerLines >= 0.4 * lines,
  };
}

/** Weighs every type of content, the strongest first. */
export function weighTypes(reading: ContentReading, shape: Shape): readonly WeighedType[] {
  const bonus = shapePoints(reading, shape);
  return TYPES.map(({ type }, at) => ({ type, points: reading.typePoints[at]! + (bonus[type] ?? 0) })).sort((one, other) => other.points - one.points);
}

/** Points for what words alone do not show; each saturates, so that no shape outweighs a page of words. */
function shapePoints(reading: ContentReading, { isCode, isVerse, isDialogue }: Shape): Partial<Record<ShownType, number>> {
  const { sentences, words, imperatives, questions, firstPerson, secondPerson, scores, characters, typePoints } = reading;
  const perSentence = (value: number): number => value / Math.max(1, sentences);
  const pointsOf = (type: ShownType): number => typePoints[TYPES.findIndex((lexicon) => lexicon.type === type)]!;
  // Stories say "I" as well; people who talk to each other also ask, or weigh opinions.
  const isTalk = questions > 0 || pointsOf('discussion') > 0;
  const address = isTalk ? (firstPerson + secondPerson) / Math.max(1, words) : 0;
  return {
    educational: imperatives >= 2 && perSentence(imperatives) >= 0.25 ? 4 : 0,
    technology: isCode ? 8 : 0,
    entertainment: isVerse ? 6 : 0,
    discussion: Math.min(4, address * 30) + Math.min(2, perSentence(questions) * 4) + (isDialogue ? 3 : 0),
    sports: pointsOf('sports') >= 2 ? Math.min(3, scores * 1.5) : 0,
    business: pointsOf('business') >= 2 ? Math.min(2, characters.moneyMarks * 0.5) : 0,
  };
}
