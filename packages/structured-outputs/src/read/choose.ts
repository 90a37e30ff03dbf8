import type { core } from 'zod';

import { coerce } from './coerce.js';
import type { ReadCandidate } from './read-text.js';
import { allows, type Repair, type RepairPolicy } from './repair.js';
import type { Validator } from './validate.js';
import { variantsOf, type Variant } from './variants.js';

/** What the choice needs to know of the schema and the caller's wishes. */
export interface ChoiceRules {
  readonly validate: Validator;
  readonly policy: RepairPolicy;
  /** Whether the wire schema wraps the value in `{ "value": … }`. */
  readonly isWrapped: boolean;
  /** The wire schema's kind of root. */
  readonly root: 'object' | 'array' | 'other';
  /** Keys of an object without any required one: an object with none of these says nothing. */
  readonly knownKeys: ReadonlySet<string> | undefined;
  /** Name of the response model, which models like to use as a wrapper. */
  readonly name: string;
  /** Whether `null` stands for what is absent, as in strict schemas. */
  readonly isStrict: boolean;
}

/** The value that was chosen, or what the schema said of the best one. */
export type Choice =
  | { readonly isValid: true; readonly data: unknown; readonly value: unknown; readonly repairs: readonly Repair[] }
  | { readonly isValid: false; readonly value: unknown; readonly issues: readonly core.$ZodIssue[] };

/** More tries at mending than any answer deserves. */
const MAX_MENDED = 6;
const MAX_CHECKED = 64;

/**
 * Lets the schema decide among the values of an answer: all of them as they
 * are first, rows as one list next, and only then mended ones.
 */
export async function choose(candidates: readonly ReadCandidate[], rows: readonly unknown[] | undefined, rules: ChoiceRules): Promise<Choice | undefined> {
  const passing = candidates.slice(0, MAX_CHECKED).filter(({ repairs }) => repairs.every((code) => allows(rules.policy, { code })));
  if (passing.length === 0) return undefined;
  const rejected: { readonly variant: Variant; readonly issues: readonly core.$ZodIssue[] }[] = [];
  const valid: Valid[] = [];
  for (const candidate of passing) {
    for (const variant of variantsOf(candidate, rules)) {
      const judged = rules.validate(variant.value);
      const verdict = judged instanceof Promise ? await judged : judged;
      if (verdict.isValid && !saysNothing(variant.value, rules)) {
        valid.push({ isValid: true, data: verdict.data, value: variant.value, repairs: variant.repairs, isFenced: candidate.isFencedJson === true });
        break;
      }
      rejected.push({ variant, issues: verdict.isValid ? [NOTHING_KNOWN] : verdict.issues });
    }
    // Of objects side by side the first one is meant; with words between them, any may be: "not {…} but {…}".
    if (valid.length > 0 && rows) break;
  }
  // A block marked as JSON is the answer, whatever the prose quotes.
  const fenced = valid.filter(({ isFenced }) => isFenced);
  const meant = fenced.length > 0 ? fenced : valid;
  if (isAmbiguous(meant)) return { isValid: false, value: undefined, issues: [SEVERAL] };
  const [first] = meant;
  if (first) {
    const { data, value, repairs } = first;
    return { isValid: true, data, value, repairs: passing.length > 1 ? [...repairs, { code: 'several-candidates' }] : repairs };
  }
  if (rows && rules.root === 'array' && allows(rules.policy, { code: 'joined-rows' })) {
    const joined = await mend({ value: rows, repairs: [{ code: 'joined-rows' }] }, rules);
    return joined ?? { isValid: false, value: undefined, issues: rejected[0]?.issues ?? [] };
  }
  for (const { variant, issues } of rejected.slice(0, MAX_MENDED)) {
    const mended = issues[0] === NOTHING_KNOWN ? undefined : await mend(variant, rules, issues);
    if (mended) return mended;
  }
  const best = rejected[0];
  return { isValid: false, value: best?.variant.value, issues: best?.issues ?? [] };
}

async function mend({ value, repairs }: Variant, rules: ChoiceRules, known?: readonly core.$ZodIssue[]): Promise<Choice | undefined> {
  let issues = known;
  if (!issues) {
    const verdict = await rules.validate(value);
    if (verdict.isValid) return { isValid: true, data: verdict.data, value, repairs };
    issues = verdict.issues;
  }
  const mended = await coerce(value, issues, rules.validate);
  if (!mended || saysNothing(mended.value, rules)) return undefined;
  const steps = rules.isStrict ? mended.repairs.filter(({ code }) => code !== 'null-for-optional') : mended.repairs;
  if (!steps.every((step) => allows(rules.policy, step))) return undefined;
  // Dates and big integers have no other way through JSON: no repair worth a note.
  const noted = steps.filter(({ code }) => code !== 'string-to-date' && code !== 'integer-to-bigint');
  return { isValid: true, data: mended.verdict.data, value: mended.value, repairs: [...repairs, ...noted] };
}

const NOTHING_KNOWN: core.$ZodIssue = { code: 'custom', path: [], message: 'None of the keys is one of the schema', input: undefined };
const SEVERAL: core.$ZodIssue = { code: 'custom', path: [], message: 'The answer holds several values that fit: give exactly one', input: undefined };

/** Whether an object has keys, none of which the schema knows: as good as no answer. */
function saysNothing(value: unknown, { knownKeys }: ChoiceRules): boolean {
  if (!knownKeys || typeof value !== 'object' || value === null) return false;
  const keys = Object.keys(value);
  return keys.length > 0 && !keys.some((key) => knownKeys.has(key));
}

type Valid = Choice & { readonly isValid: true; readonly isFenced: boolean };

function isAmbiguous([first, ...others]: readonly Valid[]): boolean {
  // One answer, the plain case, is not worth the writing of it as text.
  if (!first || others.length === 0) return false;
  const text = JSON.stringify(first.value);
  return others.some(({ value }) => JSON.stringify(value) !== text);
}
