import * as z from 'zod';

import { once } from '../once.js';

const UNIT_MS = { ms: 1, s: 1_000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const DURATION = /^(\d+(?:\.\d+)?) ?(ms|s|m|min|h|d)$/u;
const USD = /^(\d+(?:\.\d+)?) ?USD$/iu;
const PERCENT = /^(\d+(?:\.\d+)?) ?%$/u;

// Timers of Node hold 31 bits of milliseconds.
const MAX_DURATION_MS = 2_147_483_647;

/** Budgets are counted in whole nano-dollars, exact up to here. */
const MAX_USD = 9_000_000;

/** A time: milliseconds, or a text such as `250ms`, `2s`, `1.5h`, `7d`. Read as milliseconds. */
export const duration = once(() => read('a duration: milliseconds, or a text such as 2s or 1h', (text) => {
  const [, digits, unit] = DURATION.exec(text) ?? [];
  return digits === undefined ? undefined : Math.round(Number(digits) * UNIT_MS[unit as keyof typeof UNIT_MS]);
}).pipe(z.number().min(0).max(MAX_DURATION_MS)));

/** Money: a number of US dollars, or a text such as `20 USD`. Read as dollars. */
export const usd = once(() => read('an amount: a number of US dollars, or a text such as 20 USD', (text) => numberOf(USD.exec(text)?.[1])).pipe(z.number().min(0).max(MAX_USD)));

/** A share: 0 to 1, or a text such as `80%`. Read as 0 to 1. */
export const share = once(() => read('a share: a number from 0 to 1, or a text such as 80%', (text) => {
  const percent = numberOf(PERCENT.exec(text)?.[1]);
  return percent === undefined ? undefined : percent / 100;
}).pipe(z.number().min(0).max(1)));

/** A whole number, 0 or more; YAML's `2e6` included. */
export const count = once(() => z.number().int().min(0).max(Number.MAX_SAFE_INTEGER));

function read(expected: string, parse: (text: string) => number | undefined) {
  return z.union([z.number(), z.string()], { error: `expected ${expected}` }).transform((value, context) => {
    const number = typeof value === 'number' ? value : parse(value.trim());
    if (number !== undefined) return number;
    context.addIssue({ code: 'custom', message: `expected ${expected}` });
    // Goes nowhere: with an issue, the schema gives no value. `z.NEVER` would have zod evaluated with this package.
    return Number.NaN;
  });
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
