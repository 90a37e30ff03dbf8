import { atLevel } from './type-map.js';

/** A passage with its label. Offsets are UTF-16 code units, the end exclusive. */
export interface LabelledSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** An annotated passage: any of its labels is right; with `isOptional` it may be left out. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly labels: ReadonlySet<string>;
  readonly isOptional: boolean;
}

/** A label of an annotated or a predicted passage. */
export interface SpanLabel {
  readonly type: string | null;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** The annotated passages at a level; labels of the same passage are alternatives. */
export function goldSpans(labels: readonly SpanLabel[], level: 0 | 1 | 2): GoldSpan[] {
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

/** The predicted passages at a level, each with each label once. */
export function predictedSpans(labels: readonly SpanLabel[], length: number, level: 0 | 1 | 2): LabelledSpan[] {
  const spans = new Map<string, LabelledSpan>();
  for (const { type, start = 0, end = length } of labels) {
    if (type === null) continue;
    const label = atLevel(type, level);
    spans.set(`${start}:${end}:${label}`, { start, end, label });
  }
  return [...spans.values()];
}

/**
 * F1 of one text by the formula of Helwe et al., MAFALDA (2024): precision is the
 * covered share of each prediction, recall that of each passage that must be found.
 */
export function spanF1(predicted: readonly LabelledSpan[], gold: readonly GoldSpan[]): number {
  const required = gold.filter(({ isOptional }) => !isOptional);
  const precision = meanOr(1, predicted.map((span) => best(gold.filter(({ labels }) => labels.has(span.label)).map((other) => overlap(span, other) / (span.end - span.start)))));
  const recall = meanOr(1, required.map((span) => best(predicted.filter(({ label }) => span.labels.has(label)).map((other) => overlap(span, other) / (span.end - span.start)))));
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
}

function best(shares: readonly number[]): number {
  return Math.max(0, ...shares.filter((share) => Number.isFinite(share)));
}

function meanOr(otherwise: number, values: readonly number[]): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}
