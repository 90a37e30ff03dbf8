import { classify } from '../errors/classify.js';
import type { Failure } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';
import { insideOf } from '../trace/attempt-telemetry.js';
import { createStopSource } from '../stop-signal.js';

import type { Admission } from './admit.js';
import { openAccount } from './open-account.js';
import { transportRequest, underLimits } from './send-request.js';
import type { Target } from './target.js';
import type { Answer } from './transport.js';
import { readUsage } from './usage.js';

/** What an attempt at a whole answer came to. */
export type AnswerOutcome = { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly failure: Failure };

/** Sends one request and waits for the whole answer. The books are closed when it resolves. */
export async function attemptAnswer(runtime: Runtime, request: FlowRequest, target: Target, admission: Admission): Promise<AnswerOutcome> {
  const account = openAccount(runtime, request, target, admission);
  const attempt = createStopSource();
  const outcome = await underLimits(runtime, request, target, attempt, insideOf(account.trace, (onHeaders) => runtime.transport.send(transportRequest(request, target, admission, attempt.signal, onHeaders))));
  if ('failure' in outcome) {
    account.close({ outcome: outcome.failure.class === 'cancelled' ? 'aborted' : 'failed', failure: outcome.failure, reported: undefined });
    return { ok: false, failure: outcome.failure };
  }

  const answer = outcome.value;
  account.trace?.answered(answer);
  const reported = readUsage((answer as { readonly usage?: unknown } | null)?.usage);
  const failure = failureIn(answer, target, runtime.clock.now());
  if (failure) {
    account.close({ outcome: 'failed', failure, reported });
    return { ok: false, failure };
  }
  const producedTokens = reported || request.kind === 'embeddings' ? 0 : runtime.stores.tokens.estimateText(textOf(answer));
  account.close({ outcome: 'ok', reported, producedTokens });
  return { ok: true, answer };
}

/** Some failures come with status 200: an error object, a page of a proxy, an answer that was filtered away. */
function failureIn(answer: unknown, { isFilterFailure, deployment, key }: Target, now: number): Failure | undefined {
  if (typeof answer !== 'object' || answer === null) return { class: 'transient', message: `The deployment "${deployment.id}" answered with something that is no JSON object.` };
  if ('error' in answer && typeof answer.error === 'object' && answer.error !== null) return classify({ ...answer.error, error: answer.error }, now, key.secret?.reveal());
  if (isFilterFailure && 'choices' in answer && isFiltered(answer.choices)) return { class: 'content_policy', message: `The deployment "${deployment.id}" filtered its answer.` };
  if (!('choices' in answer) && !('data' in answer)) return { class: 'transient', message: `The deployment "${deployment.id}" answered with neither choices nor data.` };
  return undefined;
}

function isFiltered(choices: unknown): boolean {
  return Array.isArray(choices) && (choices as { finish_reason?: unknown }[]).some((choice) => choice.finish_reason === 'content_filter');
}

function textOf(answer: Answer): string {
  if (!('choices' in answer)) return '';
  return answer.choices.map(({ message }) => `${message.content ?? ''}${message.tool_calls ? JSON.stringify(message.tool_calls) : ''}`).join('\n');
}
