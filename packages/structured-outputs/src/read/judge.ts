import type { core } from 'zod';

import type { SoftFailure } from '../engine/call.js';
import type { RegisteredModel } from '../model/registered-model.js';

import { choose, type ChoiceRules } from './choose.js';
import type { AnswerPart } from './open-answer.js';
import { readText } from './read-text.js';
import { allows, type Repair, type RepairPolicy } from './repair.js';

/** What an answer comes to. */
export type Judgement =
  | { readonly isValid: true; readonly data: unknown; readonly value: unknown; readonly repairs: readonly Repair[] }
  | { readonly isValid: false; readonly failure: SoftFailure };

/** How to judge. */
export interface JudgeOptions {
  readonly model: RegisteredModel;
  readonly policy: RepairPolicy;
  readonly isStrict: boolean;
}

/** The worse a failure, the less its feedback helps: the best one is told. */
const ORDER = ['validation', 'elided', 'truncated', 'unparseable', 'no_output'] as const;

/** Reads the parts of an answer, and lets the schema decide which value is meant. */
export async function judge(parts: readonly AnswerPart[], options: JudgeOptions): Promise<Judgement> {
  let best: SoftFailure | undefined;
  for (const part of parts) {
    const judgement = await judgePart(part, options);
    if (judgement.isValid) return judgement;
    const { failure } = judgement;
    if (!best || ORDER.indexOf(failure.kind) < ORDER.indexOf(best.kind)) best = failure;
  }
  return { isValid: false, failure: best ?? { kind: 'no_output', issues: [], answer: '' } };
}

async function judgePart(part: AnswerPart, { model, policy, isStrict }: JudgeOptions): Promise<Judgement> {
  const { text, toolCallId } = part;
  const origin = { answer: text, ...(toolCallId !== undefined && { toolCallId }) };
  const fail = (kind: SoftFailure['kind'], issues: readonly core.$ZodIssue[] = [], value?: unknown): Judgement => ({ isValid: false, failure: { kind, issues, ...origin, value } });
  if (!part.repairs.every((code) => allows(policy, { code }))) return fail('unparseable');

  const { wire } = model;
  const rules: ChoiceRules = { validate: model.validate, policy, isWrapped: wire.isWrapped, root: wire.rootKind, knownKeys: wire.knownKeys, name: model.name, isStrict };
  const read = part.value === undefined ? readText(text) : ({ kind: 'values', candidates: [{ value: part.value, repairs: [] }] } as const);
  if (read.kind !== 'values') {
    const option = read.kind === 'unparseable' && allows(policy, { code: 'bare-root' }) ? bareOption(text, wire.rootOptions) : undefined;
    if (option === undefined) return fail(read.kind);
    const verdict = await model.validate(option);
    return verdict.isValid ? { isValid: true, data: verdict.data, value: option, repairs: [{ code: 'bare-root' }] } : fail('validation', verdict.issues, option);
  }
  const choice = await choose(read.candidates, 'rows' in read ? read.rows : undefined, rules);
  if (!choice) return fail('unparseable');
  if (!choice.isValid) return fail('validation', choice.issues, choice.value);
  return part.repairs.length === 0 ? choice : { ...choice, repairs: [...part.repairs.map((code): Repair => ({ code })), ...choice.repairs] };
}

/** A choice written without JSON: `low`, or `**Low.**`. Refused when it may be the beginning of another option. */
function bareOption(text: string, options: readonly string[] | undefined): string | undefined {
  if (!options || text.length > 200) return undefined;
  const word = text.trim().replace(/^[*`"']+|[*`"'.]+$/g, '').toLowerCase();
  const matches = options.filter((option) => option.toLowerCase() === word);
  const isBeginning = options.some((option) => option.toLowerCase() !== word && option.toLowerCase().startsWith(word));
  return matches.length === 1 && !isBeginning ? matches[0] : undefined;
}
