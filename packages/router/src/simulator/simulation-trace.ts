import * as z from 'zod';

import { once } from '../once.js';

import { distribution } from './distribution.js';

const ms = once(() => z.number().min(0).max(31_536_000_000));
const tokens = once(() => z.number().int().min(0).max(100_000_000));
const status = once(() => z.number().int().min(100).max(599));

/** How one deployment answered one request. */
export const recordedOutcome = once(() => z.strictObject({
  /** Milliseconds to the whole answer, or to the failure. */
  latencyMs: ms(),
  /** Milliseconds to the first content of a stream. @default latencyMs */
  firstTokenMs: ms().optional(),
  /** @default 200 */
  status: status().optional(),
  /** The connection broke instead of an answer. */
  network: z.literal('reset').optional(),
  retryAfterMs: ms().optional(),
  /** @default those of the request */
  completionTokens: tokens().optional(),
}));

/** {@link recordedOutcome} as read. */
export type RecordedOutcome = z.infer<ReturnType<typeof recordedOutcome>>;

/** One request of the trace. */
export const traceRequest = once(() => z.strictObject({
  kind: z.literal('request'),
  /** Milliseconds since the beginning of the trace. */
  atMs: ms(),
  /** Group or use case. */
  model: z.string().min(1),
  promptTokens: tokens(),
  completionTokens: tokens(),
  maxTokens: tokens().optional(),
  stream: z.boolean().optional(),
  /** Equal texts are equal prompts, for caches. @default every request has its own */
  prompt: z.string().max(10_000).optional(),
  tenant: z.string().optional(),
  scope: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  session: z.string().optional(),
  useCase: z.string().optional(),
  experiment: z.string().optional(),
  unit: z.string().optional(),
  /** What is known of how deployments answered it; the others answer as their provider line says. */
  outcomes: z.record(z.string(), recordedOutcome()).optional(),
}));

/** {@link traceRequest} as read. */
export type TraceRequest = z.infer<ReturnType<typeof traceRequest>>;

/** A time in which a deployment fails. */
export const failureWindow = once(() => z.strictObject({
  /** Milliseconds since the beginning of the trace. @default 0 */
  fromMs: ms().optional(),
  /** @default the end */
  toMs: ms().optional(),
  /** Share of attempts that fail. @default 1 */
  share: z.number().min(0).max(1).optional(),
  /** `reset` and `hang` are failures without a status. */
  failure: z.union([status().min(400), z.enum(['reset', 'hang'])]),
  retryAfterMs: ms().optional(),
}));

/** How a deployment answers what was not recorded. */
export const traceProvider = once(() => z.strictObject({
  kind: z.literal('provider'),
  deployment: z.string().min(1),
  /** Time to the first token. */
  latency: distribution(),
  /** Milliseconds for each token of the answer, on top. @default 0 */
  perTokenMs: z.number().min(0).max(10_000).optional(),
  failures: z.array(failureWindow()).max(1_000).optional(),
}));

/** {@link traceProvider} as read. */
export type TraceProvider = z.infer<ReturnType<typeof traceProvider>>;

const traceLine = once(() => z.discriminatedUnion('kind', [traceRequest(), traceProvider()]));

/** What is simulated: requests with their times, and how deployments behave. */
export interface SimulationTrace {
  readonly requests: readonly TraceRequest[];
  readonly providers: readonly TraceProvider[];
}

/** Lines that a trace may have. */
const MAX_LINES = 2_000_000;

/**
 * Reads a trace in JSONL: one `request` or `provider` object a line; empty lines and
 * lines that begin with `#` are skipped. Requests are sorted by time.
 *
 * @throws An error that names the line and what is wrong with it.
 */
export function readTrace(jsonl: string): SimulationTrace {
  const requests: TraceRequest[] = [];
  const providers: TraceProvider[] = [];
  const lines = jsonl.split('\n');
  if (lines.length > MAX_LINES) throw new Error(`A trace may have ${MAX_LINES} lines; this one has ${lines.length}.`);
  lines.forEach((line, index) => {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) return;
    const read = readLine(text, index + 1);
    if (read.kind === 'request') requests.push(read);
    else providers.push(read);
  });
  return { requests: requests.toSorted((one, other) => one.atMs - other.atMs), providers };
}

function readLine(text: string, number: number): TraceRequest | TraceProvider {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Error(`Line ${number} of the trace is no JSON.`);
  }
  const parsed = traceLine().safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Error(`Line ${number} of the trace: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
}
