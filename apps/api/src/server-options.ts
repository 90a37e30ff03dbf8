import type { AnalyzeText } from '@discord-intelligence/pipeline';
import type { FastifyBaseLogger } from 'fastify';

import type { Readiness } from './health/readiness.js';
import type { ServerTelemetry } from './telemetry/start-telemetry.js';

/** How a server is set up. */
export interface ServerOptions {
  /** The door to the analyses. */
  readonly analyzeText: AnalyzeText;
  /** Runs the self-check of the start, which shall cost nothing. @default analyzeText */
  readonly trialAnalyzer?: AnalyzeText;
  /** Whether to be sent requests; the self-check of the start is told to it. @default a new one */
  readonly readiness?: Readiness;
  /** Where log lines go. @default nowhere */
  readonly logger?: FastifyBaseLogger;
  /** Gives requests spans and, where it is on, `/metrics`. @default none */
  readonly telemetry?: ServerTelemetry;
  /** Keys that callers of `/v1` must send, any one of them. @default none, everybody may call */
  readonly keys?: readonly string[];
  /** Largest request body, in bytes. @default 1_048_576 */
  readonly bodyLimitBytes?: number;
  /** Most analyses at work at a time, at least 1. @default 4 */
  readonly maxRunning?: number;
  /** Most analysis requests that are being received, waiting or at work, at least 1. @default 100 */
  readonly maxPending?: number;
  /** Time for one analysis, waiting included, in milliseconds. @default 120_000 */
  readonly analysisTimeoutMs?: number;
  /** Time for the headers of a request to arrive, in milliseconds. @default 10_000 */
  readonly headersTimeoutMs?: number;
  /** Time for a whole request to arrive, in milliseconds. @default 60_000 */
  readonly requestTimeoutMs?: number;
  /** Time that an idle connection is kept open, in milliseconds. @default 65_000, more than the 60 s of common proxies */
  readonly keepAliveTimeoutMs?: number;
}

/** What holds where an option is left out. */
export const SERVER_DEFAULTS = {
  keys: [],
  bodyLimitBytes: 1024 ** 2,
  maxRunning: 4,
  maxPending: 100,
  analysisTimeoutMs: 120_000,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 60_000,
  keepAliveTimeoutMs: 65_000,
} as const satisfies Required<Omit<ServerOptions, 'analyzeText' | 'trialAnalyzer' | 'readiness' | 'logger' | 'telemetry'>>;

/** Options with every number checked. @throws RangeError that names the option, what it must be and what it is. */
export function resolveServerOptions(options: ServerOptions) {
  const resolved = { ...SERVER_DEFAULTS, ...options };
  for (const [name, value] of Object.entries(resolved)) {
    if (typeof value === 'number' && !(Number.isSafeInteger(value) && value >= 1)) {
      throw new RangeError(`${name} must be a whole number of at least 1, got ${value}`);
    }
  }
  return resolved;
}
