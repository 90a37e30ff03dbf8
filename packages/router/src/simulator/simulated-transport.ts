import type { Chunk, Transport, TransportRequest } from '../attempt/transport.js';

import { draw } from './distribution.js';
import { createSeededRandom } from './seeded-random.js';
import type { RecordedOutcome, SimulationTrace, TraceProvider, TraceRequest } from './simulation-trace.js';
import type { VirtualClock } from './virtual-clock.js';

/** Header by which an attempt tells the transport which request of the trace it is for. */
export const REQUEST_HEADER = 'x-simulated-request';

/** How deployments answer of which the trace says nothing. */
const UNKNOWN_PROVIDER: Omit<TraceProvider, 'deployment' | 'kind'> = { latency: { kind: 'fixed', ms: 100 } };

/** What is going to happen to an attempt. */
type Outcome = RecordedOutcome | { readonly isHanging: true };

/**
 * Answers in place of the network. What happens to an attempt depends on the seed, the request, the
 * deployment and the number of the attempt there, and on nothing else: two policies meet the same world.
 */
export async function createSimulatedTransport({ requests, providers }: SimulationTrace, clock: VirtualClock, seed: number): Promise<Transport> {
  // Loaded before time begins: a module on its way takes turns of the event loop that no two runs have alike.
  const { Stream } = await import('openai/core/streaming');
  const byDeployment = new Map(providers.map((provider) => [provider.deployment, provider]));
  const attempts = new Map<string, number>();

  const outcomeOf = (index: number, request: TraceRequest, deployment: string): Outcome => {
    const key = `${index} ${deployment}`;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    const recorded = request.outcomes?.[deployment];
    if (recorded && attempt === 1) return recorded;
    return drawOutcome(byDeployment.get(deployment) ?? UNKNOWN_PROVIDER, request, clock.monotonic(), createSeededRandom(seed, index, deployment, attempt));
  };
  const begin = (sent: TransportRequest) => {
    const index = Number(sent.headers?.[REQUEST_HEADER]);
    const request = requests[index];
    if (!request) throw new Error('An attempt belongs to no request of the trace.');
    return { request, outcome: outcomeOf(index, request, sent.deployment.id) };
  };

  return {
    async send(sent) {
      const { request, outcome } = begin(sent);
      if ('isHanging' in outcome) return wait(clock, Number.POSITIVE_INFINITY, sent.signal) as never;
      await wait(clock, outcome.latencyMs, sent.signal);
      throwIfFailed(outcome);
      sent.onHeaders?.();
      return completion(sent, request, outcome) as never;
    },
    async open(sent) {
      const { request, outcome } = begin(sent);
      if ('isHanging' in outcome) return wait(clock, Number.POSITIVE_INFINITY, sent.signal) as never;
      const firstMs = Math.min(outcome.firstTokenMs ?? outcome.latencyMs, outcome.latencyMs);
      await wait(clock, firstMs, sent.signal);
      throwIfFailed(outcome);
      sent.onHeaders?.();
      return pieces(sent, request, outcome, () => wait(clock, outcome.latencyMs - firstMs, sent.signal));
    },
    streamOf: (iterate, controller) => Promise.resolve(new Stream<Chunk>(iterate, controller)),
    release: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function drawOutcome({ latency, perTokenMs = 0, failures = [] }: Omit<TraceProvider, 'deployment' | 'kind'>, request: TraceRequest, nowMs: number, random: () => number): Outcome {
  const firstTokenMs = draw(latency, random);
  const chance = random();
  const window = failures.find(({ fromMs = 0, toMs = Number.POSITIVE_INFINITY, share = 1 }) => nowMs >= fromMs && nowMs < toMs && chance < share);
  if (!window) return { firstTokenMs, latencyMs: firstTokenMs + perTokenMs * request.completionTokens };
  if (window.failure === 'hang') return { isHanging: true };
  return {
    latencyMs: firstTokenMs,
    ...(window.failure === 'reset' ? { network: 'reset' as const } : { status: window.failure }),
    ...(window.retryAfterMs !== undefined && { retryAfterMs: window.retryAfterMs }),
  };
}

function throwIfFailed({ status = 200, network, retryAfterMs }: RecordedOutcome): void {
  if (network) throw Object.assign(new Error('terminated'), { code: 'ECONNRESET' });
  if (status < 400) return;
  const headers = new Headers(retryAfterMs === undefined ? {} : { 'retry-after-ms': String(retryAfterMs) });
  throw Object.assign(new Error(`simulated ${status}`), { status, headers });
}

function completion({ body }: TransportRequest, request: TraceRequest, outcome: RecordedOutcome) {
  return {
    ...envelope(body),
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: 'simulated', refusal: null }, logprobs: null, finish_reason: 'stop' }],
    usage: usageOf(request, outcome),
  };
}

async function* pieces({ body }: TransportRequest, request: TraceRequest, outcome: RecordedOutcome, rest: () => Promise<unknown>): AsyncGenerator<Chunk> {
  const head = { ...envelope(body), object: 'chat.completion.chunk' as const };
  yield { ...head, choices: [{ index: 0, delta: { role: 'assistant', content: 'simulated' }, logprobs: null, finish_reason: null }] };
  await rest();
  yield { ...head, choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }] };
  yield { ...head, choices: [], usage: usageOf(request, outcome) };
}

function envelope(body: TransportRequest['body']) {
  return { id: 'simulated', created: 0, model: String(body.model) };
}

function usageOf({ promptTokens, completionTokens }: TraceRequest, outcome: RecordedOutcome) {
  const answered = outcome.completionTokens ?? completionTokens;
  return { prompt_tokens: promptTokens, completion_tokens: answered, total_tokens: promptTokens + answered };
}

/** Waits in virtual time, for ever with `Infinity`; rejects with the signal's reason. */
async function wait(clock: VirtualClock, ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const leave = (): void => {
      if (handle !== undefined) clock.clearTimeout(handle);
      reject(signal.reason instanceof Error ? signal.reason : new Error('aborted'));
    };
    const handle = Number.isFinite(ms)
      ? clock.setTimeout(() => {
          signal.removeEventListener('abort', leave);
          resolve();
        }, ms)
      : undefined;
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}
