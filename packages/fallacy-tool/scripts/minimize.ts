/** A function to be made small: writes its gradient at `point` into `gradient` and gives its value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How far to go. */
export interface MinimizeOptions {
  readonly iterations: number;
  /** The share of its value that a step must gain to be followed by another. @default 1e-6 */
  readonly precision?: number;
  /** How many earlier steps the curvature is read from. @default 6 */
  readonly memory?: number;
}

/**
 * L-BFGS with backtracking (Nocedal and Wright, Numerical Optimization, algorithm 7.5).
 * Every sum runs in a fixed order, so the same input gives the same bytes everywhere.
 */
export function minimize(objective: Objective, size: number, { iterations, precision = 1e-6, memory = 6 }: MinimizeOptions): Float64Array {
  let point = new Float64Array(size);
  let gradient = new Float64Array(size);
  let next = new Float64Array(size);
  let nextGradient = new Float64Array(size);
  const direction = new Float64Array(size);
  const steps: { readonly move: Float64Array; readonly change: Float64Array; curvature: number }[] = [];
  let value = objective(point, gradient);

  for (let round = 0; round < iterations; round += 1) {
    for (let at = 0; at < size; at += 1) direction[at] = -gradient[at]!;
    const shares: number[] = [];
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const { move, change, curvature } = steps[index]!;
      const share = dot(move, direction) / curvature;
      shares[index] = share;
      addScaled(direction, change, -share);
    }
    const last = steps.at(-1);
    if (last !== undefined) scaleBy(direction, last.curvature / dot(last.change, last.change));
    for (const [index, { move, change, curvature }] of steps.entries()) addScaled(direction, move, shares[index]! - dot(change, direction) / curvature);

    const slope = dot(direction, gradient);
    if (slope > -1e-12) break;
    let length = last === undefined ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    let reached = Infinity;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      for (let at = 0; at < size; at += 1) next[at] = point[at]! + length * direction[at]!;
      reached = objective(next, nextGradient);
      if (reached <= value + 1e-4 * length * slope) break;
      length /= 2;
    }
    if (reached >= value) break;

    const step = steps.length === memory ? steps.shift()! : { move: new Float64Array(size), change: new Float64Array(size), curvature: 0 };
    for (let at = 0; at < size; at += 1) {
      step.move[at] = next[at]! - point[at]!;
      step.change[at] = nextGradient[at]! - gradient[at]!;
    }
    step.curvature = dot(step.move, step.change);
    if (step.curvature > 1e-14) steps.push(step);
    [point, next] = [next, point];
    [gradient, nextGradient] = [nextGradient, gradient];
    const isSettled = value - reached < precision * Math.abs(value);
    value = reached;
    if (isSettled) break;
  }
  return point;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!;
  return sum;
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += factor * from[at]!;
}

function scaleBy(vector: Float64Array, factor: number): void {
  for (let at = 0; at < vector.length; at += 1) vector[at]! *= factor;
}
