import { goldSpans, predictedSpans, spanF1, type SpanLabel } from './score-spans.js';
import { projectType, usesLogicNames } from './type-map.js';

/** An annotated text. */
export interface ScoredItem {
  readonly id: string;
  readonly source: string;
  readonly text: string;
  readonly labels: readonly SpanLabel[];
  /** The labels in the names of its own set. */
  readonly native?: readonly string[];
}

/** What a detector says of a text. */
export interface ScoredPrediction {
  readonly labels: readonly { readonly type: string; readonly start?: number; readonly end?: number }[];
  /** How likely it holds any fallacy. */
  readonly score?: number;
  /** All types, the likeliest first. */
  readonly ranked?: readonly string[];
}

/** Figures of one annotated set; undefined where it cannot show them. */
export interface SourceScore {
  readonly source: string;
  readonly count: number;
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
  readonly falseAlarms?: number;
  readonly auroc?: number;
  /** Share of fallacious texts whose highest ranked type, in the set's own names, is right. */
  readonly top1?: number;
  /** By the formula of MAFALDA, levels 0, 1 and 2. */
  readonly spanF1?: readonly [number, number, number];
}

/** Scores the predictions of one set. Agrees with the scorer that the project is checked by. */
export function scoreSource(source: string, items: readonly ScoredItem[], predictionOf: (item: ScoredItem) => ScoredPrediction): SourceScore {
  const rows = items.map((item) => ({ item, prediction: predictionOf(item), isFallacious: item.labels.some(({ type }) => type !== null) }));
  const judged = rows.filter(({ item }) => !isOptionalAlone(item)).map(({ prediction, isFallacious }) => ({ isFallacious, isFound: prediction.labels.length > 0, score: prediction.score }));
  const count = (isFallacious: boolean, isFound: boolean): number => judged.filter((row) => row.isFallacious === isFallacious && row.isFound === isFound).length;
  const [hits, misses, alarms, quiet] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  const hasBoth = hits + misses > 0 && alarms + quiet > 0;
  const scored = judged.flatMap(({ isFallacious, score }) => (score === undefined ? [] : [{ isFallacious, score }]));
  const fallacious = rows.filter(({ isFallacious }) => isFallacious);
  const ranked = fallacious.flatMap(({ item, prediction }) => {
    const first = prediction.ranked?.map((type) => projectType(type, source)).find((type) => type !== undefined);
    return first === undefined ? [] : [namesOf(item).includes(first)];
  });
  return {
    source,
    count: items.length,
    ...(hits + misses > 0 && { recall: hits / (hits + misses) }),
    ...(alarms + quiet > 0 && { falseAlarms: alarms / (alarms + quiet) }),
    ...(hasBoth && { precision: hits / (hits + alarms), f1: (2 * hits) / (2 * hits + alarms + misses) }),
    ...(hasBoth && scored.length === judged.length && { auroc: auroc(scored) }),
    ...(ranked.length > 0 && ranked.length === fallacious.length && { top1: ranked.filter(Boolean).length / ranked.length }),
    ...(items.some(({ labels }) => labels.some(({ start }) => start !== undefined)) && { spanF1: [meanSpanF1(rows, 0), meanSpanF1(rows, 1), meanSpanF1(rows, 2)] as const }),
  };
}

/** Area under the ROC curve: how often a fallacious text scores above a clean one, ties counting half. */
export function auroc(rows: readonly { readonly isFallacious: boolean; readonly score: number }[]): number {
  const sorted = [...rows].sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    while (to < sorted.length && sorted[to]!.score === sorted[from]!.score) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if (sorted[at]!.isFallacious) ranks += rank;
  }
  const positive = sorted.filter(({ isFallacious }) => isFallacious).length;
  return (ranks - (positive * (positive + 1)) / 2) / (positive * (sorted.length - positive));
}

function meanSpanF1(rows: readonly { readonly item: ScoredItem; readonly prediction: ScoredPrediction }[], level: 0 | 1 | 2): number {
  const sum = rows.reduce((total, { item, prediction }) => total + spanF1(predictedSpans(prediction.labels, item.text.length, level), goldSpans(item.labels, level)), 0);
  return sum / rows.length;
}

/** A text with nothing but passages that may be left out is neither fallacious nor clean. */
function isOptionalAlone({ labels }: ScoredItem): boolean {
  const spans = goldSpans(labels, 2);
  return spans.length > 0 && spans.every(({ isOptional }) => isOptional);
}

function namesOf({ source, labels, native = [] }: ScoredItem): readonly string[] {
  return usesLogicNames(source) ? native.filter((name) => name !== 'miscellaneous') : labels.flatMap(({ type }) => type ?? []);
}
