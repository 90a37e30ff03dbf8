import type { MeasuredRate } from './semantic-report.js';

/** 97.5 % quantile of the normal distribution, for an interval of 95 %. */
const Z = 1.959_964;

/** A share with its Wilson score interval (E. B. Wilson, 1927), which holds for few and for rare cases too. */
export function measuredRate(count: number, of: number): MeasuredRate {
  if (of === 0) return { count, of, rate: null, low: 0, high: 1 };
  const rate = count / of;
  const square = Z * Z;
  const middle = rate + square / (2 * of);
  const spread = Z * Math.sqrt((rate * (1 - rate)) / of + square / (4 * of * of));
  const scale = 1 + square / of;
  return { count, of, rate, low: count === 0 ? 0 : (middle - spread) / scale, high: count === of ? 1 : (middle + spread) / scale };
}
