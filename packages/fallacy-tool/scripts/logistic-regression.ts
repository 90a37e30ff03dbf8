import { exactExp, exactLog } from '../src/model/exact-math.js';
import { minimize } from './minimize.js';

/** Rows of a sparse matrix, one after another. */
export interface SparseRows {
  /** Where each row begins; one more than there are rows. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly width: number;
}

/** How a regression is fitted. */
export interface FitOptions {
  /** Strength of the data against the penalty, as in liblinear. */
  readonly strength: number;
  readonly iterations: number;
}

/** Weights of a linear model: `outputs` numbers a column, and as many at the end that are always added. */
export interface LinearModel {
  readonly outputs: number;
  readonly weights: Float64Array;
}

/**
 * Fits a multinomial logistic regression with an L2 penalty (not on the constants).
 * With one output it is the binary one, and a target is the probability of yes.
 *
 * @param targets - `outputs` numbers a row: the share of each output.
 * @param importance - How much each row counts.
 */
export function fitLogistic(rows: SparseRows, targets: Float64Array, importance: Float64Array, outputs: number, { strength, iterations }: FitOptions): LinearModel {
  const count = rows.starts.length - 1;
  const constants = rows.width * outputs;
  const scores = new Float64Array(outputs);
  const weights = minimize(
    (point, gradient) => {
      let loss = 0;
      for (let at = 0; at < constants; at += 1) {
        const weight = point[at]!;
        loss += 0.5 * weight * weight;
        gradient[at] = weight;
      }
      gradient.fill(0, constants);
      for (let row = 0; row < count; row += 1) {
        if (importance[row] === 0) continue;
        scoreRow(rows, row, point, scores);
        const weight = strength * importance[row]!;
        loss += weight * (outputs === 1 ? binaryLoss(scores, targets[row]!) : softmaxLoss(scores, targets, row * outputs));
        for (let output = 0; output < outputs; output += 1) {
          scores[output]! *= weight;
          gradient[constants + output]! += scores[output]!;
        }
        for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
          const base = rows.columns[at]! * outputs;
          const value = rows.values[at]!;
          for (let output = 0; output < outputs; output += 1) gradient[base + output]! += value * scores[output]!;
        }
      }
      return loss;
    },
    constants + outputs,
    { iterations },
  );
  return { outputs, weights };
}

/** Writes the log odds of a row's outputs into `scores`. */
export function scoreRow(rows: SparseRows, row: number, weights: Float64Array | Float32Array, scores: Float64Array): void {
  const outputs = scores.length;
  const constants = rows.width * outputs;
  for (let output = 0; output < outputs; output += 1) scores[output] = weights[constants + output]!;
  for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
    const base = rows.columns[at]! * outputs;
    const value = rows.values[at]!;
    for (let output = 0; output < outputs; output += 1) scores[output]! += value * weights[base + output]!;
  }
}

/** Gives the loss and turns the score into its slope. */
function binaryLoss(scores: Float64Array, target: number): number {
  const score = scores[0]!;
  const small = exactExp(-Math.abs(score));
  const probability = score >= 0 ? 1 / (1 + small) : small / (1 + small);
  scores[0] = probability - target;
  return exactLog(1 + small) + Math.max(score, 0) - target * score;
}

function softmaxLoss(scores: Float64Array, targets: Float64Array, from: number): number {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  let expected = 0;
  for (let output = 0; output < scores.length; output += 1) {
    const centred = scores[output]! - highest;
    expected += targets[from + output]! * centred;
    scores[output] = exactExp(centred);
    sum += scores[output]!;
  }
  for (let output = 0; output < scores.length; output += 1) scores[output] = scores[output]! / sum - targets[from + output]!;
  return exactLog(sum) - expected;
}
