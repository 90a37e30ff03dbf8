/** One step of a pattern: the words it takes, and how many words may stand before it. */
export interface PatternStep {
  /** Words it takes, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Most words that may be passed over before it. */
  readonly gap: number;
  readonly isOptional: boolean;
}

/** A sequence of words with gaps, to be found within one sentence. */
export interface CuePattern {
  readonly steps: readonly PatternStep[];
  /** Whether it has to begin its sentence, apart from words such as "but" and "well". */
  readonly isAtStart: boolean;
  /** Whether it has to end its sentence. */
  readonly isAtEnd: boolean;
}

/** Named sets of words that patterns refer to as `@name`. */
export type WordClasses = Readonly<Record<string, readonly string[]>>;

const DEFAULT_GAP = 8;

/**
 * Reads a pattern from its notation. Items are separated by spaces:
 *
 * | item | takes |
 * | --- | --- |
 * | `word`, `a\|b` | that word; any of several |
 * | `@name` | a word of that class |
 * | `item?` | the item or nothing |
 * | `~`, `~3` | up to 8 words, up to 3 words |
 * | `^` first, `$` last | the sentence's beginning, its end |
 *
 * @throws TypeError when the notation is wrong; patterns are constants, so this is a defect of the package.
 */
export type PatternParser = (notation: string) => CuePattern;

/** Makes a reader of patterns. An item that stands in several patterns is read once, and its words are shared. */
export function createPatternParser(classes: WordClasses): PatternParser {
  const known = new Map<string, ReadonlySet<string>>();
  return (notation) =>
    parsePattern(notation, (item) => {
      const words = known.get(item) ?? parseWords(item, classes, notation);
      known.set(item, words);
      return words;
    });
}

function parsePattern(notation: string, wordsOf: (item: string) => ReadonlySet<string>): CuePattern {
  const items = notation.split(' ');
  const isAtStart = items[0] === '^';
  const isAtEnd = items.at(-1) === '$';
  const steps: PatternStep[] = [];
  let gap = 0;
  for (const item of items.slice(isAtStart ? 1 : 0, isAtEnd ? -1 : undefined)) {
    if (item.startsWith('~')) {
      gap = item === '~' ? DEFAULT_GAP : Number(item.slice(1));
      if (!(gap >= 1)) throw new TypeError(`cue pattern "${notation}": "${item}" is no gap`);
      continue;
    }
    steps.push({ words: wordsOf(item.replace(/\?$/, '')), gap, isOptional: item.endsWith('?') });
    gap = 0;
  }
  const [first] = steps;
  if (first === undefined || first.isOptional || first.gap > 0) {
    throw new TypeError(`cue pattern "${notation}": the first item must be words that are not optional`);
  }
  if (steps.at(-1)!.isOptional) throw new TypeError(`cue pattern "${notation}": the last item must not be optional`);
  return { steps, isAtStart, isAtEnd };
}

function parseWords(item: string, classes: WordClasses, notation: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const alternative of item.split('|')) {
    if (alternative.startsWith('@')) {
      const members = classes[alternative.slice(1)];
      if (members === undefined) throw new TypeError(`cue pattern "${notation}": there is no class ${alternative}`);
      for (const member of members) words.add(member);
    } else if (/^[\p{Ll}\p{N}]+(?:'[\p{Ll}]+)*$/u.test(alternative)) {
      words.add(alternative);
    } else {
      throw new TypeError(`cue pattern "${notation}": "${alternative}" is not a word in lower case`);
    }
  }
  return words;
}
