import { FALLACY_TYPES } from '@discord-intelligence/response-models';

import { type PlacedRecord, readMarks } from './corpus.js';

/** Something wrong with the corpus. */
export interface Fault {
  /** File and line, or the group that it is about. */
  readonly place: string;
  readonly what: string;
}

const KINDS: readonly string[] = ['fallacious', 'near_miss', 'clean', 'description'];
const KEYS: readonly string[] = ['kind', 'type', 'register', 'text'];
/** The situations that texts are written for. */
export const REGISTERS: readonly string[] = ['textbook', 'news_comment', 'forum', 'spoken', 'chat', 'essay'];

const FEWEST_WORDS = 4;
/** From this share of common trigrams on, a text repeats another. */
const REPEATS = 0.4;
/** From this share of its word 4-grams on, a text was taken from the development data. */
const TAKEN = 0.35;
/** A sentence shorter than this has the words of its skeleton by chance. */
const FEWEST_SKELETON_WORDS = 6;

/** Words that make the skeleton of a sentence: two texts that differ in the others alone come from one template. */
const SKELETON_WORDS = new Set(
  'a an the of to in on for and or but if so is are was were be been it its that this these those i you he she we they my your his her our their not no do does did have has had will would can could should as at by from with about into than then there what who how why when all any some just'.split(' '),
);

/** Finds faults of form: what each record must have. */
export function findFormFaults(records: readonly PlacedRecord[]): Fault[] {
  const types: readonly string[] = FALLACY_TYPES;
  return records.flatMap((placed) => {
    const { kind, type, register, text } = placed.record;
    const { text: plain, passages } = readMarks(text);
    return [
      ...Object.keys(placed.record).filter((key) => !KEYS.includes(key)).map((key) => `unknown key ${key}`),
      ...(KINDS.includes(kind) ? [] : [`unknown kind ${kind}`]),
      ...(kind === 'clean' || types.includes(type ?? '') ? [] : [`unknown type ${type ?? 'none'}`]),
      ...(REGISTERS.includes(register) ? [] : [`unknown register ${register}`]),
      ...((kind === 'fallacious') === (passages.length > 0) ? [] : ['a fallacious text has marks, any other has none']),
      ...passages.flatMap((passage) => (passage.type === undefined || types.includes(passage.type) ? [] : [`unknown type ${passage.type} in a mark`])),
      ...(plain.includes('[[') || plain.includes(']]') ? ['a mark without its other half'] : []),
      ...(wordsOf(plain).length < FEWEST_WORDS ? ['too short'] : []),
    ].map((what) => ({ place: placeOf(placed), what }));
  });
}

/** Finds texts that repeat another, nearly or as the same template. */
export function findRepeats(records: readonly PlacedRecord[]): Fault[] {
  const faults: Fault[] = [];
  const exact = new Map<string, string>();
  const skeletons = new Map<string, string>();
  const byTrigram = new Map<string, number[]>();
  for (const [index, placed] of records.entries()) {
    const place = placeOf(placed);
    const words = wordsOf(readMarks(placed.record.text).text);
    const note = (known: Map<string, string>, key: string, what: string): void => {
      const earlier = known.get(key);
      if (earlier === undefined) known.set(key, place);
      else faults.push({ place, what: `${what} ${earlier}` });
    };
    note(exact, words.join(' '), 'repeats');
    if (words.length >= FEWEST_SKELETON_WORDS) note(skeletons, words.map((word) => (SKELETON_WORDS.has(word) ? word : '_')).join(' '), 'has the skeleton of');

    const trigrams = runsOf(words, 3);
    const common = new Map<number, number>();
    for (const trigram of trigrams) {
      const holders = byTrigram.get(trigram);
      if (holders === undefined) {
        byTrigram.set(trigram, [index]);
        continue;
      }
      for (const holder of holders) common.set(holder, (common.get(holder) ?? 0) + 1);
      holders.push(index);
    }
    for (const [other, count] of common) {
      if (count / trigrams.size >= REPEATS) faults.push({ place, what: `nearly repeats ${placeOf(records[other]!)}` });
    }
  }
  return faults;
}

/** Finds groups that one register or one opening rules. */
export function findImbalance(records: readonly PlacedRecord[]): Fault[] {
  const groups = groupRecords(records);
  return [...groups].filter(([, group]) => group.length >= 20).flatMap(([place, group]) => {
    const registers = largest(group.map(({ record }) => record.register));
    const openings = largest(group.map(({ record }) => wordsOf(readMarks(record.text).text).slice(0, 3).join(' ')));
    return [
      ...(registers.count > 0.4 * group.length ? [`over 40 % are ${registers.value}`] : []),
      ...(registers.kinds < 5 ? ['fewer than 5 registers'] : []),
      ...(openings.count > 0.06 * group.length ? [`over 6 % begin with "${openings.value}"`] : []),
    ].map((what) => ({ place, what }));
  });
}

/** Finds texts that stand, in good part, in texts that are not ours. */
export function findTaken(records: readonly PlacedRecord[], others: readonly string[]): Fault[] {
  const known = new Set(others.flatMap((text) => [...runsOf(wordsOf(text), 4)]));
  return records.flatMap((placed) => {
    const runs = [...runsOf(wordsOf(readMarks(placed.record.text).text), 4)];
    const share = runs.filter((run) => known.has(run)).length / Math.max(1, runs.length);
    return share >= TAKEN ? [{ place: placeOf(placed), what: `${Math.round(100 * share)} % of it stands in the development data` }] : [];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9']+/g) ?? [];
}

function runsOf(words: readonly string[], length: number): Set<string> {
  return new Set(Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length).join(' ')));
}

function placeOf({ file, line }: PlacedRecord): string {
  return `${file}:${line}`;
}

function largest(values: readonly string[]): { value: string; count: number; kinds: number } {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [value = '', count = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  return { value, count, kinds: counts.size };
}

function groupRecords(records: readonly PlacedRecord[]): Map<string, PlacedRecord[]> {
  const groups = new Map<string, PlacedRecord[]>();
  for (const placed of records) {
    const name = `${placed.record.kind} ${placed.record.type ?? ''}`.trim();
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [placed]);
    else group.push(placed);
  }
  return groups;
}
