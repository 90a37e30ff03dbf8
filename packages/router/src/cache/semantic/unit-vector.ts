/** Longest vector that is taken. */
const MAX_DIMENSIONS = 8_192;

/** The vector scaled to length 1; `undefined` for one that has no direction or is not a vector. */
export function toUnitVector(vector: Float32Array): Float32Array | undefined {
  if (vector.length === 0 || vector.length > MAX_DIMENSIONS) return undefined;
  let sum = 0;
  for (const value of vector) sum += value ** 2;
  const length = Math.sqrt(sum);
  if (!Number.isFinite(length) || length === 0) return undefined;
  return vector.map((value) => value / length);
}

/** Cosine of two vectors of length 1, -1 to 1; `undefined` when their sizes differ. */
export function cosine(a: Float32Array, b: Float32Array): number | undefined {
  if (a.length !== b.length) return undefined;
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  // Rounding may step over the ends.
  return Math.max(-1, Math.min(1, sum));
}
