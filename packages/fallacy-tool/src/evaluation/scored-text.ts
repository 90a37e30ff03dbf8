import type { GoldItem, Prediction } from './gold-item.js';
import { SETS_WITH_LOGIC_NAMES } from './label-names.js';
import { projectType } from './project-type.js';
import { goldSpans, type SpanLabel } from './spans.js';

/** All that a score needs to know of a text and of what was said of it; the text itself is not kept. */
export interface ScoredText {
  readonly source: string;
  /** UTF-16 code units. */
  readonly length: number;
  readonly labels: readonly SpanLabel[];
  /** The fallacies in it, in the names of its set, each once. */
  readonly names: readonly string[];
  readonly isFallacious: boolean;
  /** Whether all its passages may be left out: then it is neither fallacious nor clean. */
  readonly isOptional: boolean;
  /** What was found. */
  readonly found: readonly (SpanLabel & { readonly type: string; readonly confidence?: number | undefined })[];
  /** The same in the names of the set, each once; what it has no name for is not among them. */
  readonly foundNames: readonly string[];
  /** Whether something was found that the set has no name for. */
  readonly isBeyondNames: boolean;
  readonly score: number | undefined;
  /** The likeliest type that the set has a name for, in that name. */
  readonly first: string | undefined;
}

/** An annotated text of which no more than its length need be kept. */
export interface MeasuredItem extends Pick<GoldItem, 'source' | 'labels' | 'native'> {
  readonly text: { readonly length: number };
}

/** Puts together what a text holds and what was said of it; without a prediction, nothing was. */
export function toScoredText({ source, text, labels, native = [] }: MeasuredItem, prediction?: Pick<Prediction, 'labels' | 'score' | 'ranked'>): ScoredText {
  const gold = labels.map(({ type, start, end }): SpanLabel => (start === undefined ? { type } : { type, start, end }));
  const types = gold.flatMap(({ type }) => type ?? []);
  const spans = goldSpans(gold, 2);
  const names = SETS_WITH_LOGIC_NAMES.has(source) ? native.filter((name) => name !== 'miscellaneous') : types;
  const found = (prediction?.labels ?? []).flatMap((label) => (isFinding(label.type) ? [{ ...label, type: label.type }] : []));
  const projected = [...new Set(found.map(({ type }) => type))].map((type) => projectType(type, source));
  return {
    source,
    length: text.length,
    labels: gold,
    names: [...new Set(names)],
    isFallacious: types.length > 0,
    isOptional: spans.length > 0 && spans.every((span) => span.isOptional),
    found,
    foundNames: [...new Set(projected.flatMap((name) => name ?? []))],
    isBeyondNames: projected.includes(undefined),
    score: prediction?.score,
    first: firstOf(prediction?.ranked ?? [], source),
  };
}

/** Some systems write down that they found nothing. */
function isFinding(type: string | null): type is string {
  return type !== null && type !== '' && type !== 'nothing' && type !== 'unknown';
}

function firstOf(ranked: readonly string[], source: string): string | undefined {
  for (const type of ranked) {
    const name = projectType(type, source);
    if (name !== undefined) return name;
  }
  return undefined;
}
