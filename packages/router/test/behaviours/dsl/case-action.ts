import * as z from 'zod';

import { CaseConfig } from './case-config.js';
import { Expectations } from './expectations.js';

const Milliseconds = z.number().min(0);
const Json = z.unknown();

/** One call as a case writes it; `{{i}}` in a text is the number of the repetition. */
export const CaseCall = z.strictObject({
  // What is asked.
  model: z.string().optional(),
  useCase: z.string().optional(),
  messages: z.union([z.string(), z.array(z.record(z.string(), Json))]).optional(),
  /** Earlier messages put in front. */
  history: z.number().int().min(0).max(1_000).optional(),
  /** Makes the text of every repetition another one. */
  unique: z.boolean().optional(),
  // Parameters of the chat API.
  stream: z.boolean().optional(),
  stream_options: z.record(z.string(), Json).optional(),
  temperature: z.number().optional(),
  top_p: z.number().optional(),
  n: z.number().optional(),
  seed: z.number().optional(),
  stop: z.union([z.string(), z.array(z.string())]).optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  presence_penalty: z.number().optional(),
  frequency_penalty: z.number().optional(),
  tools: z.array(z.union([z.string(), z.record(z.string(), Json)])).optional(),
  tool_choice: z.union([z.string(), z.record(z.string(), Json)]).optional(),
  response_format: z.union([z.string(), z.record(z.string(), Json)]).optional(),
  // Options of the router.
  user: z.string().optional(),
  team: z.string().optional(),
  guild: z.string().optional(),
  org: z.string().optional(),
  scope: z.record(z.string(), z.string()).optional(),
  tenant: z.string().optional(),
  tags: z.array(z.string()).optional(),
  session: z.string().optional(),
  experiment: z.string().optional(),
  unit: z.string().optional(),
  strategy: z.string().optional(),
  fallbacks: z.array(z.union([z.string(), z.looseObject({ model: z.string() })])).optional(),
  disableFallbacks: z.boolean().optional(),
  retries: z.number().optional(),
  timeoutMs: Milliseconds.optional(),
  lane: z.enum(['interactive', 'background']).optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  cache: z.union([z.literal(false), z.strictObject({ noStore: z.boolean().optional(), noCache: z.boolean().optional(), ttlMs: Milliseconds.optional(), maxAgeMs: Milliseconds.optional(), namespace: z.string().optional(), shared: z.boolean().optional() })]).optional(),
  testHooks: z.strictObject({ failPrimary: z.string() }).optional(),
  baseUrl: z.string().optional(),
  // What the runner does or what is injected.
  abortAfterMs: Milliseconds.optional(),
  breakAfterChunks: z.number().int().min(0).optional(),
  promptTokens: z.number().optional(),
  embedding: z.array(z.number()).optional(),
});

/** {@link CaseCall} as read. */
export type CaseCall = z.infer<typeof CaseCall>;

const where = { process: z.number().int().min(1).optional(), eachProcess: z.boolean().optional() };

const repeat = {
  ...where,
  times: z.number().int().min(1).max(1_000_000).optional(),
  concurrency: z.number().int().min(1).max(100_000).optional(),
  noWait: z.boolean().optional(),
  mark: z.string().optional(),
};

/** What a case does, in order. */
export const CaseAction = z.union([
  z.strictObject({ call: CaseCall, ...repeat, classifyOnly: z.boolean().optional(), settleTimes: z.number().int().min(1).optional() }),
  z.strictObject({ upload: z.record(z.string(), Json), ...repeat }),
  z.strictObject({ countTokens: CaseCall, ...repeat }),
  z.strictObject({ waitMs: Milliseconds }),
  z.strictObject({ advanceMs: Milliseconds, ...where }),
  z.strictObject({ setClock: z.iso.datetime({ offset: true }), ...where }),
  z.strictObject({ killProcess: z.number().int().min(1) }),
  z.strictObject({ seedSpend: z.record(z.string(), z.number()), ...where }),
  z.strictObject({ setPrice: z.strictObject({ dep: z.string(), in: z.number(), out: z.number(), cachedIn: z.number().optional() }), ...where }),
  z.strictObject({ charge: z.strictObject({ budget: z.string(), nanoUsd: z.number().int().min(0), times: z.number().int().min(1).optional() }), ...where }),
  z.strictObject({ sweep: z.literal(true), ...where }),
  z.strictObject({ redis: z.enum(['down', 'up', 'restart', 'pause', 'resume']) }),
  z.strictObject({ inspect: z.enum(['inflight', 'budget', 'health', 'ledger', 'cache', 'cooldown', 'latency', 'usage']), ...where }),
  z.strictObject({ checkpoint: Expectations }),
  z.strictObject({ load: z.union([z.literal(true), CaseConfig]) }),
  z.strictObject({ reload: z.union([z.literal(true), CaseConfig.partial()]), noWait: z.boolean().optional(), ...where }),
]);

/** {@link CaseAction} as read. */
export type CaseAction = z.infer<typeof CaseAction>;
