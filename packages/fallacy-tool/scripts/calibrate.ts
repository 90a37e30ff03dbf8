import { exactExp, exactLog, logistic } from '../src/model/exact-math.js';
import type { Calibration } from '../src/model/packed-model.js';

import { minimize } from './minimize.js';

/** A prediction on data that the model had not seen. */
export interface Prediction {
  readonly logOdds: number;
  readonly isRight: boolean;
}

/** Fits a line from predicted to true log odds (Platt scaling); no line when there is too little to go by. */
export function calibrate(predictions: readonly Prediction[]): Calibration {
  const right = predictions.filter(({ isRight }) => isRight).length;
  if (right < 20 || predictions.length - right < 20) return { slope: 1, offset: 0 };
  const [slope, offset] = minimize(
    (point, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { logOdds, isRight } of predictions) {
        const score = point[0]! * logOdds + point[1]!;
        loss += exactLog(1 + exactExp(-Math.abs(score))) + Math.max(score, 0) - (isRight ? score : 0);
        const error = logistic(score) - (isRight ? 1 : 0);
        gradient[0]! += error * logOdds;
        gradient[1]! += error;
      }
      return loss;
    },
    2,
    { iterations: 200, precision: 1e-12 },
  );
  return { slope: Number(slope!.toPrecision(4)), offset: Number(offset!.toPrecision(4)) };
}
