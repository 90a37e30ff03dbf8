import * as z from 'zod';

import { CaseAction } from './case-action.js';
import { CaseConfig } from './case-config.js';
import { Expectations } from './expectations.js';
import { ProviderStep } from './provider-script.js';

/** One behaviour: a router, its providers, what is done, what must come of it. */
export const BehaviourCase = z.strictObject({
  id: z.string().min(1),
  group: z.string(),
  relation: z.string().optional(),
  title: z.string(),
  note: z.string().optional(),
  source: z.record(z.string(), z.unknown()).optional(),
  config: CaseConfig,
  providers: z.record(z.string(), z.array(ProviderStep).min(1)),
  actions: z.array(CaseAction).min(1),
  expect: Expectations,
});

/** {@link BehaviourCase} as read. */
export type BehaviourCase = z.infer<typeof BehaviourCase>;

/** A file of behaviours. */
const BehaviourFile = z.union([z.looseObject({ cases: z.array(z.unknown()) }), z.array(z.unknown()).transform((cases) => ({ cases }))]);

/** What became of one entry of a file: a case, or why it is none. */
export type ReadCase = { readonly ok: true; readonly case: BehaviourCase } | { readonly ok: false; readonly id: string; readonly problems: string };

/**
 * Reads a file of behaviours. An entry with an unknown name or a wrong value is
 * reported and never run in part: an ignored field would be a check that cannot fail.
 *
 * @throws When the text is no JSON or holds no list of cases.
 */
export function readBehaviours(text: string): ReadCase[] {
  return BehaviourFile.parse(JSON.parse(text)).cases.map((entry, index) => {
    const parsed = BehaviourCase.safeParse(entry);
    if (parsed.success) return { ok: true, case: parsed.data };
    const { id } = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }) : {};
    return { ok: false, id: typeof id === 'string' ? id : `#${index}`, problems: describeProblems(parsed.error) };
  });
}

/** Of a union (the kinds of actions) only the closest branch is told: it is the one that was meant. */
function describeProblems(error: z.ZodError): string {
  const lines = error.issues.flatMap((issue) => linesOf(issue, []));
  return lines.join('; ');
}

function linesOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [`${path.map(String).join('.')}: ${issue.message}`];
  const closest = issue.errors.toSorted((one, other) => weightOf(one) - weightOf(other))[0] ?? [];
  return closest.flatMap((inner) => linesOf(inner, path));
}

/** How far a branch is from what was written: a wrong shape at the top is far, unknown names deep inside are near. */
function weightOf(issues: readonly z.core.$ZodIssue[]): number {
  return issues.reduce((sum, { path, code }) => sum + (code === 'unrecognized_keys' ? 2 : 3) / (1 + path.length), 0);
}
