import type { BootstrapOptions } from './bootstrap.js';
import { type Calibration, calibrationOf, judgementsOfFindings, judgementsOfTexts } from './calibration.js';
import type { GatePoint } from './gate-curve.js';
import type { NamedRoc } from './plots/roc-plot.js';
import { rocOf } from './roc.js';
import { baselinesOf, bySource, scoreTexts, type SetScore } from './score-texts.js';
import type { ScoredText } from './scored-text.js';
import type { RunSpending } from './spending.js';
import { type Timing, timingOf } from './timing.js';

/** Everything that is known of how well texts were judged. */
export interface Evaluation {
  readonly texts: number;
  readonly score: SetScore;
  readonly baselines: { readonly silent: SetScore; readonly always: SetScore };
  /** Whether the score of a text can be taken at its word; undefined without scores. */
  readonly scoreCalibration: Calibration | undefined;
  /** Whether the confidence of a finding can; undefined without findings that have one. */
  readonly confidenceCalibration: Calibration | undefined;
  readonly curves: readonly NamedRoc[];
  readonly timing?: Timing | undefined;
  /** Texts a second, by the clock on the wall. */
  readonly textsPerSecond?: number | undefined;
  readonly spending?: RunSpending | undefined;
  readonly gate?: readonly GatePoint[] | undefined;
}

/** What beside the texts themselves is known of a run. */
export interface EvaluationOptions extends BootstrapOptions {
  /** Time of each text, in milliseconds. */
  readonly durationsMs?: readonly number[];
  /** Time of the whole run, in milliseconds. */
  readonly elapsedMs?: number;
  readonly spending?: RunSpending;
  readonly gate?: readonly GatePoint[];
}

/** Works out every figure. */
export function evaluateTexts(texts: readonly ScoredText[], { durationsMs = [], elapsedMs, spending, gate, ...bootstrapping }: EvaluationOptions = {}): Evaluation {
  const score = scoreTexts(texts, bootstrapping);
  return {
    texts: texts.length,
    score,
    baselines: baselinesOf(texts),
    scoreCalibration: calibrationOf(judgementsOfTexts(texts)),
    confidenceCalibration: calibrationOf(judgementsOfFindings(texts)),
    curves: [...bySource(texts)].flatMap(([name, some]) => {
      const curve = rocOf(some);
      const detection = score.sources.find(({ source }) => source === name)?.detection;
      if (curve === undefined || detection?.recall === undefined || detection.falseAlarms === undefined) return [];
      return [{ name, curve, operating: { recall: detection.recall.value, falseAlarms: detection.falseAlarms.value } }];
    }),
    timing: timingOf(durationsMs),
    textsPerSecond: elapsedMs === undefined || elapsedMs <= 0 ? undefined : (1000 * durationsMs.length) / elapsedMs,
    spending,
    gate,
  };
}
