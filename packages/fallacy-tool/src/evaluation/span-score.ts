import { bootstrap, type BootstrapOptions, type Figure, type Sample } from './bootstrap.js';
import { type Level, LEVELS } from './project-type.js';
import type { ScoredText } from './scored-text.js';
import { goldSpans, predictedSpans, scoreSpans, type SpanScore } from './spans.js';

/** How well passages are found at one level, as means over texts. */
export interface LevelScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: Figure | undefined;
}

/** How well passages are found, by the formula of MAFALDA. */
export interface PassageScore {
  readonly level: Level;
  readonly all: LevelScore;
  /** Over fallacious texts alone, where silence is no answer. */
  readonly fallacious: LevelScore;
  /** F1 of finding nothing at all, over all texts. */
  readonly silentF1: number;
}

/** Scores passages at the three levels; undefined when no passage is marked. */
export function scorePassages(texts: readonly ScoredText[], options: BootstrapOptions = {}): PassageScore[] | undefined {
  if (!texts.some(({ labels }) => labels.some(({ start }) => start !== undefined))) return undefined;
  return LEVELS.map((level): PassageScore => {
    const scores = texts.map((text) => scoreSpans(predictedSpans(text.found, text.length, level), goldSpans(text.labels, level)));
    const silent = texts.map((text) => scoreSpans([], goldSpans(text.labels, level)));
    return {
      level,
      all: meansOf(scores, options),
      fallacious: meansOf(scores.filter((_, index) => texts[index]!.isFallacious), options),
      silentF1: mean(silent.map(([, , f1]) => f1)),
    };
  });
}

function meansOf(scores: readonly SpanScore[], options: BootstrapOptions): LevelScore {
  const values = Float64Array.from(scores, ([, , f1]) => f1);
  const [f1] = bootstrap(values.length, (sample) => [meanOf(values, sample)], options);
  return { precision: mean(scores.map(([precision]) => precision)), recall: mean(scores.map(([, recall]) => recall)), f1 };
}

function meanOf(values: Float64Array, sample: Sample): number {
  let sum = 0;
  for (const index of sample) sum += values[index]!;
  return sum / sample.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
