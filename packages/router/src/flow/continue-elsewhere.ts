import type { OpenStream } from '../attempt/attempt-stream.js';
import { askedOutputTokens } from '../attempt/output-limit.js';
import type { Failure } from '../errors/failure.js';

import type { FlowRequest } from './flow-request.js';
import { route } from './route.js';
import type { Runtime } from './runtime.js';

/** Times that one answer may be taken over. */
const MAX_CONTINUATIONS = 3;

/** How the next model learns what to do. */
const INSTRUCTION = 'Your last message was cut off. Continue it exactly where it ends, without repeating any of it and without any comment.';

/** Lets another deployment go on with an answer that broke off; `undefined` when that is off, impossible, or fails. */
export async function continueElsewhere(runtime: Runtime, request: FlowRequest, { progress, target }: OpenStream, failure: Failure): Promise<OpenStream | undefined> {
  const { messages } = target.params;
  const count = request.excluded?.size ?? 0;
  if (!runtime.plan.config.streamContinuation || request.scope.stopped || failure.class === 'caller_fault') return undefined;
  if (!progress.isPlainText || !Array.isArray(messages) || count >= MAX_CONTINUATIONS) return undefined;

  const partial = progress.text();
  (request.excluded ??= new Set()).add(target.deployment);
  request.trace.push({ atMs: runtime.clock.monotonic() - request.startedAt, kind: 'continue', subject: target.deployment.id, reason: failure.class });
  const asked = askedOutputTokens(target.params);
  const left = asked === undefined ? {} : { [target.params.max_tokens === undefined ? 'max_completion_tokens' : 'max_tokens']: Math.max(1, asked - runtime.stores.tokens.estimateText(partial)) };
  const params = { ...target.params, ...left, messages: [...(messages as unknown[]), { role: 'assistant', content: partial }, { role: 'user', content: INSTRUCTION }] };
  const outcome = await route(runtime, request, { group: target.group, params, isContinuation: true });
  return 'served' in outcome && 'stream' in outcome.served ? outcome.served.stream : undefined;
}
