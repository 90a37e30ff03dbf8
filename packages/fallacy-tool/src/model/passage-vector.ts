import { exactLog } from './exact-math.js';
import { BUCKETS, type SentenceFeatures } from './sentence-features.js';

/** A passage as the model sees it: buckets and their weights. Valid until the next passage is read. */
export interface PassageVector {
  readonly buckets: Int32Array;
  readonly values: Float64Array;
  readonly length: number;
}

/** Tells how much a bucket says: its inverse document frequency. */
export type Rarity = (bucket: number) => number;

/** Makes a reader of passages, given as their sentences. */
export function createPassageReader(rarity: Rarity): (sentences: readonly SentenceFeatures[]) => PassageVector {
  const counts = new Float64Array(BUCKETS);
  let buckets = new Int32Array(1_024);
  let values = new Float64Array(1_024);

  /** Appends one kind of feature, scaled to a length of nearly one; gives the new end. */
  const append = (lists: readonly Int32Array[], from: number): number => {
    let length = from;
    for (const list of lists) {
      if (length + list.length > buckets.length) {
        const room = 2 * (length + list.length);
        buckets = enlarge(buckets, new Int32Array(room));
        values = enlarge(values, new Float64Array(room));
      }
      for (const bucket of list) {
        const count = counts[bucket]!;
        counts[bucket] = count + 1;
        if (count === 0) buckets[length++] = bucket;
      }
    }
    let squares = 0;
    for (let at = from; at < length; at += 1) {
      const bucket = buckets[at]!;
      const count = counts[bucket]!;
      counts[bucket] = 0;
      const value = (count < DAMPED.length ? DAMPED[count]! : 1 + exactLog(count)) * rarity(bucket);
      values[at] = value;
      squares += value * value;
    }
    const scale = 1 / Math.sqrt(squares + SLACK);
    for (let at = from; at < length; at += 1) values[at]! *= scale;
    return length;
  };

  return (sentences) => {
    const middle = append(sentences.map(({ words }) => words), 0);
    const length = append(sentences.map(({ characters }) => characters), middle);
    return { buckets, values, length };
  };
}

/** Keeps short passages from looking as sure as long ones: a few words weigh less than a full length. */
const SLACK = 1_000;

/** What counts are damped to: a word said four times says little more than one said once. */
const DAMPED = Float64Array.from({ length: 64 }, (_, count) => (count === 0 ? 0 : 1 + exactLog(count)));

function enlarge<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
