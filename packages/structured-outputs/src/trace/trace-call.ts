import { GEN_AI, LLM, type LogfireSpan, metrics, span } from '@discord-intelligence/observability';

import type { Call, SoftFailure } from '../engine/call.js';
import type { Outcome } from '../engine/run-call.js';
import { publicIssues } from '../errors/public-issues.js';
import { StructuredOutputError } from '../errors/structured-output-error.js';
import type { RegisteredModel } from '../model/registered-model.js';
import type { Repair } from '../read/repair.js';
import type { Mode } from '../wire/mode.js';

const NAMES = LLM.structured;

/** Values of `llm.structured.strategy`: what holds the model to the schema. */
const STRATEGIES = { TOOLS: 'tool', JSON_SCHEMA: 'json_schema', JSON: 'prompt', MD_JSON: 'prompt', THINKING_MD_JSON: 'prompt' } as const satisfies Record<Mode, string>;

/** Paths and codes in one list. */
const MOST_ISSUES = 20;

/**
 * Runs a call in a span `structured {schema}`, which the spans of its attempts stand in, and counts what came of it.
 * Neither span nor metrics hold a word of prompt or answer.
 */
export function traceCall(call: Call, run: () => Promise<Outcome>): Promise<Outcome> {
  return inSpan(call.model, async (current) => {
    call.span = current;
    try {
      const outcome = await run();
      describe(current, call, outcome.repairs);
      return outcome;
    } catch (error) {
      describe(current, call, undefined);
      if (!StructuredOutputError.is(error, 'aborted')) metrics.structured.outputs.add(1, { schema_name: call.model.name, outcome: 'failed' });
      throw error;
    }
  });
}

/** Runs the wait for the answer of an equal call in a span of its own: what was asked and paid stands in the other one's trace. */
export function traceShared<T>(model: RegisteredModel, wait: () => Promise<T>): Promise<T> {
  return inSpan(model, (current) => {
    current.setAttribute(NAMES.shared, true);
    return wait();
  });
}

/** Counts an answer that the schema has judged, and notes of a bad one what was wrong with it. */
export function traceVerdict({ span: current, model }: Call, attempt: number, failure: SoftFailure | undefined): void {
  if (failure === undefined || failure.kind === 'validation') metrics.zod.validations.add(1, { schema_name: model.name, success: failure === undefined });
  if (failure === undefined || current === undefined) return;
  const issues = publicIssues(failure.issues, model.wire).slice(0, MOST_ISSUES);
  current.addEvent(NAMES.validationFailedEvent, {
    [NAMES.attempt]: attempt,
    [NAMES.errorKind]: failure.kind,
    [NAMES.errorCount]: failure.issues.length,
    [NAMES.errorPaths]: issues.map(pathOf),
    [NAMES.errorCodes]: issues.map(({ code }) => code),
  });
  current.setLevel('warn');
}

function inSpan<T>(model: RegisteredModel, fn: (current: LogfireSpan) => Promise<T>): Promise<T> {
  return span(`structured ${model.name}`, () => ({ [GEN_AI.outputType]: 'json', [NAMES.schemaName]: model.name, [NAMES.schemaHash]: model.wire.fingerprint }), fn);
}

/** @param repairs - Of the answer; `undefined` when there is none. */
function describe(current: LogfireSpan, { attempts, failure, model, answered }: Call, repairs: readonly Repair[] | undefined): void {
  const last = attempts.at(-1);
  const issues = answered || !failure ? [] : publicIssues(failure.issues, model.wire).slice(0, MOST_ISSUES);
  current.setAttributes({
    ...(last && { [NAMES.strategy]: STRATEGIES[last.mode] }),
    [NAMES.attempts]: attempts.length,
    [NAMES.valid]: repairs !== undefined,
    [NAMES.repaired]: repairs !== undefined && repairs.length > 0,
    ...(repairs !== undefined && repairs.length > 0 && { [NAMES.repairStrategy]: [...new Set(repairs.map(({ code }) => code))].sort().join(',') }),
    ...(repairs === undefined && { [NAMES.errorCount]: last?.issueCount ?? 0, ...(issues.length > 0 && { [NAMES.errorPaths]: issues.map(pathOf) }) }),
  });
  const labels = { schema_name: model.name };
  if (attempts.length > 0) metrics.structured.attempts.record(attempts.length, labels);
  if (repairs !== undefined) metrics.structured.outputs.add(1, { ...labels, outcome: repairs.length > 0 ? 'repaired' : 'valid' });
}

function pathOf({ path }: { readonly path: readonly (string | number)[] }): string {
  return path.join('.');
}
