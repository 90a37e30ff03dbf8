import { OPPOSITES } from './lexicon/standpoints.js';
import type { WeighedStandpoint } from './weigh-standpoints.js';
import type { Wording } from './wording.js';

/** How evenly a text hears the sides, with the parts it is made of. */
export interface Balance {
  /** 0 (one side only) to 1 (evenly). */
  readonly score: number;
  /** How even the shares of opposed sides are, 0 to 1; 0 when there are no sides. */
  readonly evenness: number;
}

/** A text that takes no side and hears none. */
const MIDDLE = 0.5;
const OF_SIDES = 0.3;
const OF_SOURCES = 0.15;
const OF_CONTRASTS = 0.1;
const AGAINST_ONE_SIDE = 0.45;
const AGAINST_BIAS = 0.35;

/**
 * How evenly the sides are heard:
 *
 * `0.5 + 0.3 sides + 0.15 sources + 0.1 contrasts - 0.45 lead - 0.35 bias`, held to 0..1, where
 *
 * - `sides` is the evenness of opposed sides (see `sidesOf`) times how much is heard of them;
 * - `sources` and `contrasts` saturate with the speakers named and the turns to another side;
 * - `lead` is how strongly the writer takes a side, less the evenness.
 */
export function balanceOf(wording: Wording, standpoints: readonly WeighedStandpoint[], bias: number): Balance {
  const { evenness, heard } = sidesOf(wording, standpoints);
  const own = standpoints.reduce((total, { score, isShown }) => total + (isShown ? score : 0), 0);
  const lead = saturate(own, 4) * (1 - evenness);
  const score =
    MIDDLE +
    OF_SIDES * evenness * saturate(heard, 3) +
    OF_SOURCES * saturate(wording.sources, 3) +
    OF_CONTRASTS * saturate(wording.contrasts / wording.units, 0.25) -
    AGAINST_ONE_SIDE * lead -
    AGAINST_BIAS * bias;
  return { score: Math.min(1, Math.max(0, score)), evenness };
}

/**
 * The evenness of opposed sides: the entropy of each pair's shares (1 when both
 * are heard alike, 0 when one is), weighed by how much is heard of the pair. Pairs
 * are opposed standpoints, in the writer's voice or others', and the camps a
 * report names: supporters and critics, left and right.
 */
function sidesOf({ camps }: Wording, standpoints: readonly WeighedStandpoint[]): { readonly evenness: number; readonly heard: number } {
  const weightOf = new Map(standpoints.map(({ standpoint, score, reported }) => [standpoint, score + reported]));
  const pairs: (readonly [number, number])[] = [
    [camps.for, camps.against],
    [camps.left, camps.right],
  ];
  for (const [standpoint, weight] of weightOf) {
    const nearest = OPPOSITES[standpoint].map((opposite) => weightOf.get(opposite) ?? 0);
    // Each pair is met from both of its ends; half a weight each makes it one.
    pairs.push([weight / 2, Math.max(0, ...nearest) / 2]);
  }
  const heard = pairs.reduce((total, [one, other]) => total + one + other, 0);
  if (heard === 0) return { evenness: 0, heard: 0 };
  return { evenness: pairs.reduce((total, [one, other]) => total + ((one + other) / heard) * entropy(one, other), 0), heard };
}

/** Entropy of two shares in bits, 0 to 1. */
function entropy(one: number, other: number): number {
  if (one === 0 || other === 0) return 0;
  const share = one / (one + other);
  return -share * Math.log2(share) - (1 - share) * Math.log2(1 - share);
}

/** From 0 towards 1; 0.63 at the scale. */
function saturate(value: number, scale: number): number {
  return 1 - Math.exp(-value / scale);
}
