/**
 * Exponential and logarithm made of additions, multiplications and divisions
 * alone. IEEE 754 fixes those to the last bit, but not `Math.exp`: with these,
 * training gives the same bytes on every machine and every release of Node.
 */

const LN2_HIGH = 0.693_147_180_369_123_8;
const LN2_LOW = 1.908_214_929_270_587_7e-10;

/** e to the power of x, to some 15 digits; 0 below -700, no more than about 1e304 above 700. */
export function exactExp(x: number): number {
  if (!(x > -700)) return 0;
  const bounded = Math.min(x, 700);
  const power = Math.round(bounded / (LN2_HIGH + LN2_LOW));
  const rest = bounded - power * LN2_HIGH - power * LN2_LOW;
  let sum = 1;
  for (let term = 13; term >= 1; term -= 1) sum = 1 + (sum * rest) / term;
  return sum * powerOfTwo(power);
}

/** Natural logarithm, to some 15 digits; numbers below 1e-300 and above 1e300 count as those, so that it always ends. */
export function exactLog(x: number): number {
  if (!(x > 1e-300)) return LOWEST;
  if (x > 1e300) return -LOWEST;
  let mantissa = x;
  let power = 0;
  for (; mantissa >= 1.5; power += 1) mantissa /= 2;
  for (; mantissa < 0.75; power -= 1) mantissa *= 2;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 27; odd >= 1; odd -= 2) sum = 1 / odd + sum * square;
  return 2 * ratio * sum + power * LN2_HIGH + power * LN2_LOW;
}

/** Logarithm of 1e-300. */
const LOWEST = -690.775_527_898_213_7;

/** The logistic function: log odds to probability. */
export function logistic(logOdds: number): number {
  if (logOdds >= 0) return 1 / (1 + exactExp(-logOdds));
  const odds = exactExp(logOdds);
  return odds / (1 + odds);
}

/** Log odds of a probability, within what can be told apart from never and always. */
export function logOddsOf(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-9), 1 - 1e-9);
  return exactLog(bounded / (1 - bounded));
}

function powerOfTwo(power: number): number {
  let result = 1;
  let base = power < 0 ? 0.5 : 2;
  for (let rest = Math.abs(power); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}
