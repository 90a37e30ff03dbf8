import { atLevel, projectType } from './project-type.js';
import type { ScoredText } from './scored-text.js';
import type { SpanLabel } from './spans.js';

/** A probability that was given, and what turned out. */
export interface Judgement {
  /** 0 to 1. */
  readonly probability: number;
  readonly isRight: boolean;
}

/** Judgements of about the same probability. */
export interface CalibrationBin {
  /** The bin holds probabilities from here … */
  readonly from: number;
  /** … up to here, the last bin 1 as well. */
  readonly to: number;
  readonly count: number;
  /** Mean probability that was given; undefined in an empty bin. */
  readonly given: number | undefined;
  /** Share that was right. */
  readonly right: number | undefined;
}

/** How far probabilities can be taken at their word. */
export interface Calibration {
  readonly count: number;
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: mean distance between given and right over the bins, each by its count (Naeini et al., 2015). */
  readonly error: number;
  /** Mean squared error (Brier, 1950). */
  readonly brier: number;
}

/** Sorts judgements into bins of equal width; undefined when there are none. */
export function calibrationOf(judgements: readonly Judgement[], bins = 10): Calibration | undefined {
  if (judgements.length === 0) return undefined;
  const sums = Array.from({ length: bins }, () => ({ count: 0, given: 0, right: 0 }));
  for (const { probability, isRight } of judgements) {
    const bin = sums[Math.min(bins - 1, Math.max(0, Math.floor(probability * bins)))]!;
    bin.count += 1;
    bin.given += probability;
    bin.right += isRight ? 1 : 0;
  }
  return {
    count: judgements.length,
    bins: sums.map(({ count, given, right }, index) => ({
      from: index / bins,
      to: (index + 1) / bins,
      count,
      given: count === 0 ? undefined : given / count,
      right: count === 0 ? undefined : right / count,
    })),
    error: sums.reduce((sum, { given, right }) => sum + Math.abs(given - right), 0) / judgements.length,
    brier: judgements.reduce((sum, { probability, isRight }) => sum + (probability - (isRight ? 1 : 0)) ** 2, 0) / judgements.length,
  };
}

/** The score of each text, which is right when the text is fallacious. */
export function judgementsOfTexts(texts: readonly ScoredText[]): Judgement[] {
  return texts.flatMap(({ score, isFallacious, isOptional }) => (score === undefined || isOptional ? [] : [{ probability: score, isRight: isFallacious }]));
}

/** The confidence of each finding, which is right when the text commits that fallacy, and there, if its place is marked. */
export function judgementsOfFindings(texts: readonly ScoredText[]): Judgement[] {
  return texts.flatMap((text) => text.found.flatMap((finding) => (finding.confidence === undefined ? [] : [{ probability: finding.confidence, isRight: isRight(finding, text) }])));
}

function isRight(finding: SpanLabel & { readonly type: string }, { source, names, labels }: ScoredText): boolean {
  const name = projectType(finding.type, source);
  const marked = labels.filter(({ start, type }) => start !== undefined && type !== null);
  if (marked.length === 0) return name !== undefined && names.includes(name);
  const isSameType = (type: string | null): boolean => type !== null && (type === name || atLevel(type, 2) === atLevel(finding.type, 2));
  return marked.some(({ type, start, end }) => isSameType(type) && (finding.start ?? 0) < end! && start! < (finding.end ?? Infinity));
}
