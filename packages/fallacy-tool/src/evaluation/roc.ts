import { areaUnderRoc } from './detection-score.js';
import type { ScoredText } from './scored-text.js';

/** A share of false alarms and the recall that it buys. */
export interface RocPoint {
  /** Share of clean texts at or above a threshold, 0 to 1. */
  readonly falseAlarms: number;
  /** Share of fallacious texts at or above it, 0 to 1. */
  readonly recall: number;
}

/** What every threshold on the score would come to. */
export interface RocCurve {
  readonly points: readonly RocPoint[];
  /** Area under it; 0.5 is chance. */
  readonly area: number;
}

/** Points kept of a curve: enough for a picture. */
const MOST_POINTS = 200;

/** The curve of some texts; undefined when they are not of both kinds, or one has no score. */
export function rocOf(texts: readonly ScoredText[]): RocCurve | undefined {
  const judged = texts.flatMap(({ score, isFallacious, isOptional }) => (score === undefined || isOptional ? [] : [{ score, isFallacious }]));
  const fallacious = judged.filter(({ isFallacious }) => isFallacious).length;
  const clean = judged.length - fallacious;
  if (fallacious === 0 || clean === 0 || texts.some(({ score, isOptional }) => score === undefined && !isOptional)) return undefined;
  const sorted = [...judged].sort((one, other) => other.score - one.score);
  const points: RocPoint[] = [{ falseAlarms: 0, recall: 0 }];
  let [hits, alarms] = [0, 0];
  for (const [at, { score, isFallacious }] of sorted.entries()) {
    if (isFallacious) hits += 1;
    else alarms += 1;
    if (sorted[at + 1]?.score !== score) points.push({ falseAlarms: alarms / clean, recall: hits / fallacious });
  }
  const step = (points.length - 1) / MOST_POINTS;
  const kept = step <= 1 ? points : Array.from({ length: MOST_POINTS + 1 }, (_, index) => points[Math.round(index * step)]!);
  return { points: kept, area: areaUnderRoc(judged) };
}
