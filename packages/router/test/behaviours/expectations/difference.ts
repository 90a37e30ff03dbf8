import type { Amount } from '../dsl/amount.js';

/** One expectation that does not hold. */
export interface Difference {
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

/** Collects differences while a checker walks over expectations. */
export interface DifferenceList {
  readonly found: readonly Difference[];
  equal(field: string, expected: unknown, actual: unknown): void;
  amount(field: string, expected: Amount, actual: number | undefined): void;
  /** Every named amount; a name that is not there counts as `missing`. */
  amounts(field: string, expected: Readonly<Record<string, Amount>>, actualOf: (name: string) => number | undefined): void;
  check(field: string, holds: boolean, expected: unknown, actual: unknown): void;
}

/** Sums of binary fractions are compared to a billionth: money is whole nano-dollars. */
const PRECISION = 1e-9;

/** Makes an empty list. */
export function createDifferenceList(): DifferenceList {
  const found: Difference[] = [];
  const check = (field: string, holds: boolean, expected: unknown, actual: unknown): void => {
    if (!holds) found.push({ field, expected, actual });
  };
  const amount = (field: string, expected: Amount, actual: number | undefined): void => {
    check(field, actual !== undefined && isWithin(expected, actual), expected, actual);
  };
  return {
    found,
    check,
    amount,
    equal(field, expected, actual) {
      check(field, JSON.stringify(expected) === JSON.stringify(actual), expected, actual);
    },
    amounts(field, expected, actualOf) {
      for (const [name, wanted] of Object.entries(expected)) amount(`${field}.${name}`, wanted, actualOf(name));
    },
  };
}

/** Whether a number is the one wanted, or within the borders. */
export function isWithin(expected: Amount, actual: number): boolean {
  if (!Number.isFinite(actual)) return false;
  if (typeof expected === 'number') return Math.abs(expected - actual) < PRECISION;
  return actual >= (expected.min ?? -Infinity) - PRECISION && actual <= (expected.max ?? Infinity) + PRECISION;
}

/** One line for people. */
export function describeDifference({ field, expected, actual }: Difference): string {
  return `${field}: expected ${show(expected)}, got ${show(actual)}`;
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
