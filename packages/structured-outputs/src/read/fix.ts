import type { core } from 'zod';

import type { RepairCode } from './repair.js';

/** How to mend one place. */
export type Fix =
  | { readonly kind: 'replace'; readonly code: RepairCode; readonly value: unknown }
  | { readonly kind: 'remove'; readonly code: RepairCode }
  | { readonly kind: 'remove-keys'; readonly code: RepairCode; readonly keys: readonly string[] }
  | { readonly kind: 'rename'; readonly code: RepairCode; readonly from: string; readonly value: unknown };

/**
 * What would mend an issue with certainty, or `undefined`: then the model is
 * asked. Units, fractions, rounding and two possible meanings are for the model.
 */
export function fixFor(issue: core.$ZodIssue, value: unknown, parent: unknown, key: string | number | undefined): Fix | undefined {
  if (issue.code === 'unrecognized_keys') return { kind: 'remove-keys', code: 'extra-keys', keys: issue.keys };
  if (value === undefined) return renamed(parent, key);
  // Only an optional field bears this: the schema is asked again without the key.
  if (value === null) return typeof key === 'string' ? { kind: 'remove', code: 'null-for-optional' } : undefined;
  if (issue.code === 'invalid_type') return forType(issue.expected, value);
  if (issue.code === 'invalid_value') return forChoice(issue.values, value);
  return undefined;
}

function forType(expected: string, value: unknown): Fix | undefined {
  switch (expected) {
    case 'number':
    case 'int':
      return typeof value === 'string' ? replace('string-to-number', asNumber(value)) : undefined;
    case 'boolean':
      return typeof value === 'string' ? replace('string-to-boolean', BOOLEANS.get(value.trim().toLowerCase())) : undefined;
    case 'string':
      // Beyond 2^53 the digits were lost when the JSON was read.
      return typeof value === 'number' && Number.isSafeInteger(value) ? replace('number-to-string', String(value)) : undefined;
    case 'date':
      return typeof value === 'string' ? replace('string-to-date', asDate(value)) : undefined;
    case 'bigint':
      return replace('integer-to-bigint', asBigInt(value));
    case 'array':
      return forArray(value);
    case 'object':
    case 'record':
      if (typeof value === 'string') return replace('json-in-string', asJson(value, '{'));
      return Array.isArray(value) && value.length === 1 ? replace('array-to-single', value[0]) : undefined;
    default:
      return undefined;
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([['true', true], ['false', false]]);

function forArray(value: unknown): Fix | undefined {
  if (typeof value !== 'string') return replace('single-to-array', [value]);
  const list = asJson(value, '[');
  if (list !== undefined) return replace('json-in-string', list);
  // "a, b" may be one thing or two.
  return /[,;\n[\]]/.test(value) || value.trim() === '' ? undefined : replace('single-to-array', [value]);
}

function forChoice(options: readonly unknown[], value: unknown): Fix | undefined {
  if (typeof value === 'string') {
    const wanted = plain(value);
    const matches = options.filter((option) => typeof option === 'string' && plain(option) === wanted);
    if (matches.length === 1 && wanted !== '') return replace('enum-spelling', matches[0]);
    const scalars = options.filter((option) => (typeof option === 'number' || typeof option === 'boolean') && String(option) === value.trim());
    return scalars.length === 1 ? replace(typeof scalars[0] === 'number' ? 'string-to-number' : 'string-to-boolean', scalars[0]) : undefined;
  }
  return typeof value === 'number' && options.includes(String(value)) ? replace('number-to-string', String(value)) : undefined;
}

/** A key that is missing and stands there in another spelling: `firstName` for `first_name`. */
function renamed(parent: unknown, key: string | number | undefined): Fix | undefined {
  if (typeof key !== 'string' || typeof parent !== 'object' || parent === null || Array.isArray(parent)) return undefined;
  const wanted = bare(key);
  const matches = Object.entries(parent).filter(([other]) => other !== key && bare(other) === wanted);
  const [match] = matches;
  return match && matches.length === 1 && wanted !== '' ? { kind: 'rename', code: 'key-spelling', from: match[0], value: match[1] } : undefined;
}

function replace(code: RepairCode, value: unknown): Fix | undefined {
  return value === undefined ? undefined : { kind: 'replace', code, value };
}

function asNumber(text: string): number | undefined {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,3})?$/.test(text.trim())) return undefined;
  const number = Number(text);
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : undefined;
}

function asBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,400}$/.test(value.trim()) ? BigInt(value.trim()) : undefined;
}

/** ISO 8601 only: other orders of day and month are guesses. */
function asDate(text: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(text.trim())) return undefined;
  const date = new Date(text.trim());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function asJson(text: string, opening: '{' | '['): unknown {
  if (!text.trimStart().startsWith(opening)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** An option without its spelling: case, spaces, hyphens, quotes and a full stop. */
function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[\s-]+/g, '_').replace(/^["'`]+|["'`.]+$/g, '');
}

function bare(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
