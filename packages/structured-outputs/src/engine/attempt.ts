import type { Completion } from '../client/completion.js';
import type { AttemptRecord } from '../client/meta.js';
import { publicIssues } from '../errors/public-issues.js';
import { StructuredOutputError } from '../errors/structured-output-error.js';
import { delayBefore, isRetryableStatus, statusOf } from '../limits/backoff.js';
import { limitPassedBy } from '../limits/budget.js';
import { ScopeStop } from '../limits/scope.js';
import { addUsage, usageOf } from '../limits/usage.js';
import { openAnswer } from '../read/open-answer.js';
import { readStream } from '../stream/read-stream.js';
import { traceVerdict } from '../trace/trace-call.js';
import { traceRequest } from '../trace/trace-request.js';
import { buildRequest } from '../wire/build-request.js';

import type { Call, SoftFailure } from './call.js';
import { CallStop } from './call-stop.js';
import { judgeAttempt } from './judge-attempt.js';
import { type Plan, planAttempt, planOtherWay } from './plan.js';

/**
 * Makes one attempt: asks, reads, judges. The outcome is left in the call.
 *
 * @throws {CallStop} For everything that the model cannot mend.
 */
export async function makeAttempt(call: Call): Promise<void> {
  const { client, scope, attempts, sink } = call;
  scope.check();
  const number = attempts.length + 1;
  const { failure } = call;
  if (failure) {
    const passed = limitPassedBy(call.usage, call.lastUsage, call.settings);
    if (passed !== undefined) throw new CallStop('budget', `another attempt would pass ${passed}`);
    client.events.emit('retry', () => ({ callId: call.id, attempt: number, kind: failure.kind, issues: publicIssues(failure.issues, call.model.wire) }));
    sink?.restart(number, failure.kind);
  }
  const startedAt = client.now();
  const { completion, plan } = await ask(call, number).catch((error: unknown) => {
    recordUnanswered(call, number, startedAt, error);
    throw error;
  });
  const usage = usageOf(completion, plan.model, client.pricing);
  call.usage = addUsage(call.usage, usage);
  call.lastUsage = usage;

  const record = (kind: AttemptRecord['kind'], issueCount = 0, repairCount = 0) => {
    const finishReason = completion.choices?.[0]?.finish_reason;
    const made: AttemptRecord = {
      number,
      model: plan.model,
      mode: plan.mode,
      ...(kind !== undefined && { kind }),
      issueCount,
      repairCount,
      durationMs: client.now() - startedAt,
      ...(typeof finishReason === 'string' && { finishReason }),
      ...(usage && { usage }),
    };
    attempts.push(made);
    client.events.emit('attempt', () => ({ callId: call.id, ...made }));
  };
  const fail = (soft: SoftFailure) => {
    record(soft.kind, soft.issues.length);
    if (call.span) traceVerdict(call, number, soft);
    call.failure = soft;
  };

  const opened = openAnswer(completion, plan.mode === 'TOOLS' ? call.model.name : undefined, Array.isArray(call.params.tools) && call.params.tools.length > 0);
  switch (opened.kind) {
    case 'refusal':
    case 'content_filter':
    case 'truncated':
      record(opened.kind);
      throw new CallStop(opened.kind, SAID[opened.kind]);
    case 'transport':
      record('transport');
      throw new CallStop('transport', 'the provider answered with an error in place of a completion', { status: opened.status });
    case 'no_output':
      fail({ kind: 'no_output', issues: [], answer: '' });
      return;
    case 'parts':
      break;
  }
  const judgement = await judgeAttempt(call, plan, opened.parts);
  if (!judgement.isValid) {
    fail(judgement.failure);
    return;
  }
  record(undefined, 0, judgement.repairs.length);
  if (call.span) traceVerdict(call, number, undefined);
  if (call.settings.mode === 'auto') client.modes.remember(plan.model, plan.mode);
  call.answered = { data: judgement.data, value: judgement.value, repairs: judgement.repairs, completion, mode: plan.mode, model: plan.model };
}

/** An attempt that got no answer was made all the same, unless nothing was sent. */
function recordUnanswered(call: Call, number: number, startedAt: number, error: unknown): void {
  if (!(error instanceof ScopeStop || error instanceof CallStop)) return;
  const { client, attempts } = call;
  const { model, mode } = planAttempt(call);
  const made: AttemptRecord = { number, model, mode, kind: error.kind, issueCount: 0, repairCount: 0, durationMs: client.now() - startedAt };
  attempts.push(made);
  client.events.emit('attempt', () => ({ callId: call.id, ...made }));
}

const SAID = {
  refusal: 'the model refused to answer',
  content_filter: "the provider's content filter held the answer back",
  truncated: 'the answer reached the limit of tokens (finish_reason length): raise max_tokens, or ask for less',
} as const;

/** Sends the request, in another way when the provider cannot take this one, and again when it fails and may not the next time. */
async function ask(call: Call, number: number): Promise<{ readonly completion: Completion; readonly plan: Plan }> {
  const { client, scope, settings, sink } = call;
  const { backoff } = client.settings;
  for (let retry = 1; ; ) {
    const plan = planAttempt(call);
    const request = buildRequest(call, plan);
    client.events.emit('request', () => ({
      callId: call.id,
      attempt: number,
      model: plan.model,
      mode: plan.mode,
      messageCount: (request.messages as readonly unknown[]).length,
      ...(client.settings.captureText && { params: request }),
    }));
    scope.startClock(settings.timeoutMs);
    const trace = call.span && traceRequest(call, plan, request, number);
    try {
      const options = call.isBounded ? { ...call.passed, signal: scope.signal } : call.passed;
      // What the client gives is looked at before it is believed.
      const response = await scope.race(Promise.resolve(trace ? trace.run(() => client.send(request, options)) : client.send(request, options)));
      sink?.begin(number);
      const completion = sink ? await readStream(response, call, plan, trace) : (response as Completion);
      trace?.answered(completion);
      return { completion, plan };
    } catch (error) {
      trace?.failed(error);
      if (error instanceof ScopeStop || error instanceof CallStop || StructuredOutputError.is(error)) throw error;
      const status = statusOf(error);
      if (isRefusedShape(error, status) && planOtherWay(call, plan)) {
        client.events.emit('log', () => ({ level: 'warn', message: `${plan.model} refused ${plan.mode}${plan.isStrict ? ' with a strict schema' : ''}: asking in another way` }));
        continue;
      }
      const delay = retry <= backoff.maxRetries && isRetryableStatus(status) ? delayBefore(retry, error, backoff, client.random) : undefined;
      if (delay === undefined) throw new CallStop('transport', status === undefined ? 'the request failed without an answer' : `the provider answered with status ${status}`, { status, cause: error });
      retry += 1;
      scope.stopClock();
      await scope.sleep(delay);
    } finally {
      scope.stopClock();
    }
  }
}

/** Whether a provider says that it cannot be asked in this way. */
function isRefusedShape(error: unknown, status: number | undefined): boolean {
  if (status !== 400 && status !== 404 && status !== 422) return false;
  const message = error instanceof Error ? error.message : '';
  return /schema|strict|response_format|additionalProperties|tool|function|not support/i.test(message);
}
