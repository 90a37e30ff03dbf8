import { atLevel, type Level } from './project-type.js';

/** A label of an annotated or a predicted passage. Offsets are UTF-16 code units, the end exclusive. */
export interface SpanLabel {
  /** Null: the passage may as well be left out. */
  readonly type: string | null;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** An annotated passage: any of its labels is right; with `isOptional` it may be left out. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly labels: ReadonlySet<string>;
  readonly isOptional: boolean;
}

/** A predicted passage. */
export interface PredictedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Precision, recall and F1 of one text, each 0 to 1. */
export type SpanScore = readonly [precision: number, recall: number, f1: number];

/** The annotated passages at a level; labels of the same passage are alternatives. */
export function goldSpans(labels: readonly SpanLabel[], level: Level): GoldSpan[] {
  const spans = new Map<string, { start: number; end: number; labels: Set<string>; isOptional: boolean }>();
  for (const { type, start, end } of labels) {
    if (start === undefined || end === undefined) continue;
    const key = `${start}:${end}`;
    const span = spans.get(key) ?? { start, end, labels: new Set<string>(), isOptional: false };
    if (type === null) span.isOptional = true;
    else span.labels.add(atLevel(type, level));
    spans.set(key, span);
  }
  return [...spans.values()];
}

/** The predicted passages at a level, each with each label once. One without offsets is the whole text. */
export function predictedSpans(labels: readonly SpanLabel[], length: number, level: Level): PredictedSpan[] {
  const spans = new Map<string, PredictedSpan>();
  for (const { type, start = 0, end = length } of labels) {
    if (type === null) continue;
    const label = atLevel(type, level);
    spans.set(`${start}:${end}:${label}`, { start, end, label });
  }
  return [...spans.values()];
}

/**
 * Scores one text by the formula of Helwe et al., MAFALDA (2024): precision is the
 * covered share of each prediction, recall that of each passage that must be found.
 */
export function scoreSpans(predicted: readonly PredictedSpan[], gold: readonly GoldSpan[]): SpanScore {
  const required = gold.filter(({ isOptional }) => !isOptional);
  const precision = meanOr(1, predicted.map((span) => best(gold.filter(({ labels }) => labels.has(span.label)).map((other) => covered(span, other)))));
  const recall = meanOr(1, required.map((span) => best(predicted.filter(({ label }) => span.labels.has(label)).map((other) => covered(span, other)))));
  return [precision, recall, precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)];
}

/** Share of a passage that another covers. */
function covered(span: { start: number; end: number }, by: { start: number; end: number }): number {
  const overlap = Math.max(0, Math.min(span.end, by.end) - Math.max(span.start, by.start));
  return span.end > span.start ? overlap / (span.end - span.start) : 0;
}

function best(shares: readonly number[]): number {
  return Math.max(0, ...shares);
}

function meanOr(otherwise: number, values: readonly number[]): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}
