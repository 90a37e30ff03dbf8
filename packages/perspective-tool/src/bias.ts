import type { SlantKind } from './lexicon/slant.js';
import type { Wording } from './wording.js';

/** What one occurrence of each kind of wording counts for. Set on our own passages; what matters is their order. */
const POINTS: Readonly<Record<SlantKind, number>> = {
  'name-calling': 1,
  loaded: 0.6,
  'us-versus-them': 0.6,
  'rhetorical question': 0.5,
  absolutes: 0.25,
  intensifiers: 0.2,
};
/** A label against another standpoint, such as "radical left". */
const LABEL_POINTS = 0.9;
/** A slogan or frame of a standpoint, in the writer's own voice: it takes a side, which is less than to slant. */
const FRAME_POINTS = 0.15;
/** A sentence that ends in an exclamation mark. */
const EXCLAMATION_POINTS = 0.2;

/** Absolutes, intensifiers and exclamation marks are also plain enthusiasm: a unit of text has no more of them than this. */
const MOST_VOLUME_POINTS = 0.3;
const VOLUME: ReadonlySet<SlantKind> = new Set(['absolutes', 'intensifiers']);

/** Points a unit at which the score reaches 1 - 1/e = 0.63. */
const SCALE = 0.8;
/** Added to the units, so that one word does not make a short text propaganda. */
const SMOOTHING = 0.5;

/**
 * How slanted the wording is, 0 to 1: `1 - exp(-p / 0.8)`, where `p` is the points
 * of the slanting wording for each sentence (or twenty words, where sentences run
 * on). Quotations and sentences that name another speaker do not count.
 */
export function biasScore(wording: Wording): number {
  let points = 0;
  let volume = wording.exclamations * EXCLAMATION_POINTS;
  for (const [kind, { count }] of wording.slant) {
    if (VOLUME.has(kind)) volume += count * POINTS[kind];
    else points += count * POINTS[kind];
  }
  for (const { cue, own } of wording.findings) {
    if (cue.frame.against !== undefined) points += own * LABEL_POINTS * Math.min(1, cue.weight);
    else if (cue.weight >= 1) points += own * FRAME_POINTS;
  }
  const units = wording.units + SMOOTHING;
  return 1 - Math.exp(-(points / units + Math.min(volume / units, MOST_VOLUME_POINTS)) / SCALE);
}
