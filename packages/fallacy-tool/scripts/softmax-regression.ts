import { exactExp } from '../src/model/exact-math.js';
import { type LinearModel, scoreRow, type SparseRows } from './logistic-regression.js';

/** How a classifier is fitted. */
export interface DescentOptions {
  /** Strength of the data against the penalty, as in liblinear. */
  readonly strength: number;
  /** How often every row is seen. */
  readonly rounds: number;
  /** Length of the first step. */
  readonly firstStep: number;
  /** Share of a row's values that is left out whenever it is seen, so that none is relied on alone (Hinton et al., 2012). */
  readonly dropout: number;
  readonly seed: number;
}

/**
 * Fits a multinomial logistic regression with an L2 penalty by stochastic gradient
 * descent (Bottou, Stochastic Gradient Descent Tricks, 2012): a step an example,
 * shrinking with time, the weights kept beside a common scale so that a penalty costs nothing.
 * Ten rounds come as far as a hundred full gradients, at a tenth of the time. The mean
 * of the later rounds is given, which depends less on the order of the rows than any of them.
 *
 * @param chosen - The rows to learn from.
 * @param targets - `outputs` numbers a row: the share of each output.
 * @param importance - How much each row counts.
 */
export function fitSoftmax(rows: SparseRows, chosen: readonly number[], targets: Float64Array, importance: Float64Array, outputs: number, options: DescentOptions): LinearModel {
  const { strength, rounds, firstStep, dropout, seed } = options;
  const constants = rows.width * outputs;
  // Single precision halves what goes through memory, which is what takes the time; it rounds alike everywhere.
  const weights = new Float32Array(constants + outputs);
  const mean = new Float64Array(constants + outputs);
  const scores = new Float64Array(outputs);
  const penalty = 1 / (strength * chosen.length);
  const order = [...chosen];
  const moved = new Int32Array(outputs);
  const averagedFrom = Math.floor(rounds / 2);
  let scale = 1;
  let seen = 0;
  let state = seed >>> 0;
  const nextRandom = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  let longest = 0;
  for (const row of chosen) longest = Math.max(longest, rows.starts[row + 1]! - rows.starts[row]!);
  // The row at hand without what is left out.
  const kept = { starts: Int32Array.of(0, 0), columns: new Int32Array(longest), values: new Float32Array(longest), width: rows.width };
  for (let round = 0; round < rounds; round += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(nextRandom() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const row of order) {
      const step = firstStep / (1 + firstStep * penalty * seen);
      seen += 1;
      let length = 0;
      for (let at = rows.starts[row]!; at < rows.starts[row + 1]!; at += 1) {
        if (nextRandom() < dropout) continue;
        kept.columns[length] = rows.columns[at]!;
        // The others speak for those that are left out.
        kept.values[length++] = rows.values[at]! / (1 - dropout);
      }
      kept.starts[1] = length;
      // The constants are not scaled, so they are read apart.
      scoreRow(kept, 0, weights, scores);
      for (let output = 0; output < outputs; output += 1) {
        const constant = weights[constants + output]!;
        scores[output] = (scores[output]! - constant) * scale + constant;
      }
      toErrors(scores, targets, row * outputs);
      scale *= 1 - step * penalty;
      let count = 0;
      for (let output = 0; output < outputs; output += 1) {
        const change = -step * importance[row]! * scores[output]!;
        weights[constants + output]! += 0.1 * change;
        if (Math.abs(scores[output]!) < LEAST_ERROR) continue;
        scores[output] = change / scale;
        moved[count++] = output;
      }
      for (let at = 0; at < length; at += 1) {
        const base = kept.columns[at]! * outputs;
        const value = kept.values[at]!;
        for (let index = 0; index < count; index += 1) weights[base + moved[index]!]! += value * scores[moved[index]!]!;
      }
    }
    if (round < averagedFrom) continue;
    const share = 1 / (rounds - averagedFrom);
    for (let at = 0; at < constants; at += 1) mean[at]! += share * scale * weights[at]!;
    for (let at = constants; at < weights.length; at += 1) mean[at]! += share * weights[at]!;
  }
  return { outputs, weights: mean };
}

/** An error smaller than this moves nothing that would survive the rounding to four bits. */
const LEAST_ERROR = 2e-4;

/** Turns scores into how far their probabilities are from the targets. */
function toErrors(scores: Float64Array, targets: Float64Array, from: number): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let output = 0; output < scores.length; output += 1) {
    scores[output] = exactExp(scores[output]! - highest);
    sum += scores[output]!;
  }
  for (let output = 0; output < scores.length; output += 1) scores[output] = scores[output]! / sum - targets[from + output]!;
}
