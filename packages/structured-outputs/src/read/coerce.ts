import type { core } from 'zod';

import { fixFor } from './fix.js';
import { isWalkable, valueAt, withoutKey, withValue } from './path.js';
import type { Repair } from './repair.js';
import type { Validator, Verdict } from './validate.js';

/** A value made to fit, and how. */
export interface Coerced {
  readonly verdict: Verdict & { readonly isValid: true };
  /** The value before the schema's own transforms. */
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

/** Each pass mends what the last one brought to light: an object out of a text, then its fields. */
const MAX_PASSES = 4;
const MAX_FIXES = 2_000;

/**
 * Mends a value where the schema complains, and only there.
 *
 * @returns `undefined` when the schema still complains, or nothing could be mended.
 */
export async function coerce(original: unknown, firstIssues: readonly core.$ZodIssue[], validate: Validator): Promise<Coerced | undefined> {
  let value = original;
  let issues = firstIssues;
  const repairs: Repair[] = [];
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const mended = await mendAll(value, issues, validate, repairs);
    if (!mended || repairs.length > MAX_FIXES) return undefined;
    value = mended.value;
    const verdict = await validate(value);
    if (verdict.isValid) return { verdict, value, repairs };
    issues = verdict.issues;
  }
  return undefined;
}

/** Mends what each issue names; `undefined` as soon as one cannot be mended. */
async function mendAll(start: unknown, issues: readonly core.$ZodIssue[], validate: Validator, repairs: Repair[]): Promise<{ readonly value: unknown } | undefined> {
  let value = start;
  for (const issue of issues) {
    if (!isWalkable(issue.path)) return undefined;
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const chosen = await mendUnion(value, issue, validate, issues.length === 1);
      if (!chosen) return undefined;
      value = chosen.value;
      repairs.push(...chosen.repairs);
      continue;
    }
    const mended = mendOne(value, issue);
    if (!mended) return undefined;
    value = mended.value;
    repairs.push(...mended.repairs);
  }
  return { value };
}

interface Mended {
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

function mendOne(root: unknown, issue: core.$ZodIssue): Mended | undefined {
  const path = issue.path as readonly (string | number)[];
  const fix = fixFor(issue, valueAt(root, path), valueAt(root, path.slice(0, -1)), path.at(-1));
  switch (fix?.kind) {
    case undefined:
      return undefined;
    case 'replace':
      return { value: withValue(root, path, fix.value), repairs: [{ code: fix.code, path }] };
    case 'remove':
      return path.length === 0 ? undefined : { value: withoutKey(root, path), repairs: [{ code: fix.code, path }] };
    case 'remove-keys':
      return {
        value: fix.keys.reduce<unknown>((value, key) => withoutKey(value, [...path, key]), root),
        // The keys are the model's words: only the place is recorded.
        repairs: [{ code: fix.code, path }],
      };
    case 'rename':
      return { value: withValue(withoutKey(root, [...path.slice(0, -1), fix.from]), path, fix.value), repairs: [{ code: fix.code, path }] };
  }
}

/** Tries each branch of a union; takes one only when no other leads to different data. */
async function mendUnion(root: unknown, issue: core.$ZodIssue & { readonly code: 'invalid_union' }, validate: Validator, isOnly: boolean): Promise<Mended | undefined> {
  const found: Mended[] = [];
  for (const branch of issue.errors) {
    const repairs: Repair[] = [];
    let value: unknown = root;
    const isMended = branch.length > 0 && branch.every((inner) => {
      const mended = inner.code === 'invalid_union' ? undefined : mendOne(value, { ...inner, path: [...issue.path, ...inner.path] });
      if (mended) {
        value = mended.value;
        repairs.push(...mended.repairs);
      }
      return mended !== undefined;
    });
    if (isMended && !(await stillComplains(value, issue, validate, isOnly))) found.push({ value, repairs });
  }
  const [first, ...others] = found;
  const isAmbiguous = others.some((other) => JSON.stringify(other.value) !== JSON.stringify(first?.value));
  return isAmbiguous ? undefined : first;
}

async function stillComplains(value: unknown, issue: core.$ZodIssue, validate: Validator, isOnly: boolean): Promise<boolean> {
  const verdict = await validate(value);
  if (verdict.isValid) return false;
  const place = JSON.stringify(issue.path);
  return isOnly || verdict.issues.some(({ path }) => JSON.stringify(path.slice(0, issue.path.length)) === place);
}
