import { exactLog } from './exact-math.js';
import { RARITY_STEP } from './packed-model.js';
import { BUCKETS, type SentenceFeatures } from './sentence-features.js';

/** A passage as the model sees it: buckets and their weights. Valid until the next passage is read. */
export interface PassageVector {
  readonly buckets: Int32Array;
  readonly values: Float64Array;
  readonly length: number;
}

/** Reads the sentences from `first` up to `end`, exclusive. */
export type PassageReader = (sentences: readonly { readonly features: SentenceFeatures }[], first: number, end: number) => PassageVector;

/**
 * Makes a reader of passages.
 *
 * @param rarities - How much each bucket says: its inverse document frequency, in steps of `RARITY_STEP`.
 */
export function createPassageReader(rarities: Uint8Array): PassageReader {
  const counts = new Float64Array(BUCKETS);
  let buckets = new Int32Array(1_024);
  let values = new Float64Array(1_024);
  let length = 0;

  const reserve = (more: number): void => {
    if (length + more <= buckets.length) return;
    const room = 2 * (length + more);
    buckets = enlarge(buckets, new Int32Array(room));
    values = enlarge(values, new Float64Array(room));
  };
  const add = (list: Int32Array): void => {
    reserve(list.length);
    for (const bucket of list) {
      const count = counts[bucket]!;
      counts[bucket] = count + 1;
      if (count === 0) buckets[length++] = bucket;
    }
  };
  /** Ends one kind of feature: scales what was added since `from` to a length of nearly one. */
  const finish = (from: number): void => {
    let squares = 0;
    for (let at = from; at < length; at += 1) {
      const bucket = buckets[at]!;
      const count = counts[bucket]!;
      counts[bucket] = 0;
      const value = (count < DAMPED.length ? DAMPED[count]! : 1 + exactLog(count)) * RARITY[rarities[bucket]!]!;
      values[at] = value;
      squares += value * value;
    }
    const scale = 1 / Math.sqrt(squares + SLACK);
    for (let at = from; at < length; at += 1) values[at]! *= scale;
  };

  return (sentences, first, end) => {
    length = 0;
    for (let index = first; index < end; index += 1) add(sentences[index]!.features.words);
    finish(0);
    const afterWords = length;
    for (let index = first; index < end; index += 1) for (const run of sentences[index]!.features.characters) add(run);
    finish(afterWords);
    const afterCharacters = length;
    for (let index = first; index < end; index += 1) add(sentences[index]!.features.frames);
    finish(afterCharacters);
    return { buckets, values, length };
  };
}

/** Keeps short passages from looking as sure as long ones: a few words weigh less than a full length. */
export const SLACK = 1_000;

/** The rarity that a byte stands for. */
export const RARITY = Float64Array.from({ length: 256 }, (_, steps) => steps * RARITY_STEP);

/** What counts are damped to: a word said four times says little more than one said once. */
const DAMPED = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + exactLog(count)));

function enlarge<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
