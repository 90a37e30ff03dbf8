import { exactLog, logistic } from '../src/model/exact-math.js';
import type { Calibration } from '../src/model/packed-model.js';

/** A prediction on data that the model had not seen. */
export interface Prediction {
  readonly logOdds: number;
  readonly isRight: boolean;
}

/** Fits a line from predicted to true log odds (Platt scaling) by Newton's method; no line when there is too little to go by. */
export function calibrate(predictions: readonly Prediction[]): Calibration {
  const right = predictions.filter(({ isRight }) => isRight).length;
  if (right < 20 || predictions.length - right < 20) return { slope: 1, offset: 0 };
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 30; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-9, 0, 1e-9];
    for (const { logOdds, isRight } of predictions) {
      const probability = logistic(slope * logOdds + offset);
      const error = probability - (isRight ? 1 : 0);
      const spread = probability * (1 - probability);
      g0 += error;
      g1 += error * logOdds;
      h00 += spread;
      h01 += spread * logOdds;
      h11 += spread * logOdds * logOdds;
    }
    const determinant = h00 * h11 - h01 * h01;
    offset -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toPrecision(4)), offset: Number(offset.toPrecision(4)) };
}

/** Log odds of a probability. */
export function logOddsOf(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
  return exactLog(bounded / (1 - bounded));
}
