import { bootstrap, type BootstrapOptions, type Figure, type Sample } from './bootstrap.js';
import type { ScoredText } from './scored-text.js';

/** How well fallacious texts are told from clean ones. What needs both kinds is absent when there is one. */
export interface DetectionScore {
  /** Texts that hold a fallacy. */
  readonly fallacious: number;
  /** Texts that hold none. */
  readonly clean: number;
  readonly precision?: Figure | undefined;
  readonly recall?: Figure | undefined;
  readonly f1?: Figure | undefined;
  /** Mean of the F1 of fallacious and the F1 of clean texts. */
  readonly macroF1?: Figure | undefined;
  /** Share of clean texts in which something was found. */
  readonly falseAlarms?: Figure | undefined;
  /** How often a fallacious text scores above a clean one, ties counting half. */
  readonly auroc?: number | undefined;
}

const HIT = 0;
const MISS = 1;
const ALARM = 2;
const QUIET = 3;

/** Scores detection. Texts that are neither fallacious nor clean do not count. */
export function scoreDetection(texts: readonly ScoredText[], options: BootstrapOptions = {}): DetectionScore {
  const judged = texts.filter(({ isOptional }) => !isOptional);
  const outcomes = Uint8Array.from(judged, ({ isFallacious, found }) => (isFallacious ? (found.length > 0 ? HIT : MISS) : found.length > 0 ? ALARM : QUIET));
  const fallacious = judged.filter(({ isFallacious }) => isFallacious).length;
  const clean = judged.length - fallacious;
  const [precision, recall, f1, macroF1, falseAlarms] = bootstrap(judged.length, (sample) => ratesOf(outcomes, sample), options);
  const hasBoth = fallacious > 0 && clean > 0;
  const scored = judged.flatMap(({ isFallacious, score }) => (score === undefined ? [] : [{ isFallacious, score }]));
  return {
    fallacious,
    clean,
    ...(hasBoth && { precision, f1, macroF1 }),
    ...(fallacious > 0 && { recall }),
    ...(clean > 0 && { falseAlarms }),
    ...(hasBoth && scored.length === judged.length && { auroc: areaUnderRoc(scored) }),
  };
}

function ratesOf(outcomes: Uint8Array, sample: Sample): number[] {
  const counts = [0, 0, 0, 0];
  for (const index of sample) counts[outcomes[index]!]! += 1;
  const [hits, misses, alarms, quiet] = [counts[HIT]!, counts[MISS]!, counts[ALARM]!, counts[QUIET]!];
  const f1 = (2 * hits) / (2 * hits + alarms + misses);
  return [hits / (hits + alarms), hits / (hits + misses), f1, (f1 + (2 * quiet) / (2 * quiet + alarms + misses)) / 2, alarms / (alarms + quiet)];
}

/** Area under the ROC curve, by ranks: 0.5 is chance. */
export function areaUnderRoc(texts: readonly { readonly isFallacious: boolean; readonly score: number }[]): number {
  const sorted = [...texts].sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (sorted[at]!.isFallacious) ranks += rank;
  }
  const positive = sorted.filter(({ isFallacious }) => isFallacious).length;
  return (ranks - (positive * (positive + 1)) / 2) / (positive * (sorted.length - positive));
}
