import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

/** Bounds of a number, both inclusive. */
interface Range {
  readonly min: number;
  readonly max: number;
}

/** How an integer variable is declared. */
export interface IntegerOptions extends VariableOptions<number>, Range {
  readonly unit?: string;
}

/** How a decimal variable is declared. */
export interface DecimalOptions extends VariableOptions<number>, Range {
  readonly unit?: string;
}

/** How a duration is declared. Its value, and so its `default`, is in milliseconds. */
export interface SecondsOptions extends VariableOptions<number> {
  readonly maxSeconds: number;
}

// Digits only: `3.5`, `1e3` and `0x10` are slips of the pen more often than numbers.
const WHOLE = /^-?\d{1,15}$/;
const DECIMAL = /^-?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/;

/** A whole number within bounds. */
export function integer<const Options extends IntegerOptions>(
  options: Options,
): Variable<Options['name'], number, PresenceOf<Options>> {
  return declare(options, {
    kind: 'integer',
    allowed: `a whole number from ${options.min} to ${options.max}`,
    unit: options.unit,
    schema: () => within(options, z.string().regex(WHOLE, { error: 'it is not a whole number' })),
  });
}

/** A number within bounds, written with or without a decimal point. */
export function decimal<const Options extends DecimalOptions>(
  options: Options,
): Variable<Options['name'], number, PresenceOf<Options>> {
  return declare(options, {
    kind: 'number',
    allowed: `a number from ${options.min} to ${options.max}`,
    unit: options.unit,
    schema: () => within(options, z.string().regex(DECIMAL, { error: 'it is not a plain decimal number' })),
  });
}

/** A duration written in seconds, more than 0, and held in whole milliseconds, at least 1. */
export function seconds<const Options extends SecondsOptions>(
  options: Options,
): Variable<Options['name'], number, PresenceOf<Options>> {
  const { maxSeconds } = options;
  return declare(options, {
    kind: 'number',
    allowed: `more than 0 and at most ${maxSeconds}`,
    unit: 'seconds',
    schema: () =>
      within({ min: 0, max: maxSeconds }, z.string().regex(DECIMAL, { error: 'it is not a plain decimal number' }))
        .refine((value) => value > 0, { error: 'it is not more than 0' })
        .transform((value) => Math.max(1, Math.round(value * 1000))),
    print: (milliseconds) => String(milliseconds / 1000),
  });
}

function within({ min, max }: Range, digits: z.ZodString): z.ZodType<number> {
  return digits
    .transform((text) => Number(text) + 0) // -0 becomes 0
    .pipe(z.number().min(min, { error: `it is less than ${min}` }).max(max, { error: `it is more than ${max}` }));
}
