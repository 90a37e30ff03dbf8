import type { core } from 'zod';

import type { Check } from '../checks/check.js';
import { ScopeStop } from '../limits/scope.js';
import { judge, type Judgement } from '../read/judge.js';
import { mergePatch } from '../read/merge-patch.js';
import type { AnswerPart } from '../read/open-answer.js';
import { readText } from '../read/read-text.js';

import type { Call } from './call.js';
import { CallStop } from './call-stop.js';
import type { Plan } from './plan.js';

/** Judges an answer: by the schema, laid over the last one where a patch was asked for, then by the checks. */
export async function judgeAttempt(call: Call, plan: Plan, parts: readonly AnswerPart[]): Promise<Judgement> {
  const options = { model: call.model, policy: call.settings.repair, isStrict: plan.isStrict };
  let judgement = plan.isPatch ? await judgePatch(call, parts, options) : await judge(parts, options);
  if (!judgement.isValid || call.model.checks.length === 0) return judgement;
  const { data, value } = judgement;
  const issues = await runChecks(call, data);
  if (issues.length > 0) {
    const [part] = parts;
    judgement = { isValid: false, failure: { kind: 'validation', issues, answer: part?.text ?? '', value, ...(part?.toolCallId !== undefined && { toolCallId: part.toolCallId }) } };
  }
  return judgement;
}

/** A patch over the last answer, or the whole again from models that do not do as they are told. */
async function judgePatch(call: Call, parts: readonly AnswerPart[], options: Parameters<typeof judge>[1]): Promise<Judgement> {
  const base = call.failure?.value;
  for (const part of parts) {
    const read = readText(part.text);
    const patch = read.kind === 'values' && read.candidates.length === 1 ? read.candidates[0]?.value : undefined;
    if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) continue;
    const merged = mergePatch(base, patch);
    const judgement = await judge([{ ...part, text: JSON.stringify(merged), value: merged }], options);
    return judgement.isValid ? { ...judgement, repairs: [{ code: 'merge-patch' }, ...judgement.repairs] } : judgement;
  }
  return judge(parts, options);
}

async function runChecks(call: Call, data: unknown): Promise<readonly core.$ZodIssue[]> {
  const issues: core.$ZodIssue[] = [];
  for (const check of call.model.checks as readonly Check<unknown>[]) {
    try {
      const found = await call.scope.race(Promise.resolve(check(data, { context: call.context, signal: call.scope.signal })));
      for (const finding of found) issues.push({ code: 'custom', input: undefined, ...(typeof finding === 'string' ? { path: [], message: finding } : { path: [...finding.path], message: finding.message }) });
    } catch (error) {
      if (error instanceof ScopeStop) throw error;
      throw new CallStop('schema', 'a check of the response model threw; see cause', { cause: error });
    }
  }
  return issues;
}
