import * as z from 'zod';

const Milliseconds = z.number().min(0);
const Names = z.array(z.string());
const Chains = z.record(z.string(), Names);

const Rates = z.strictObject({
  in: z.number().optional(),
  out: z.number().optional(),
  cachedIn: z.number().optional(),
  cacheWrite: z.number().optional(),
  tiers: z.array(z.strictObject({ upToPrompt: z.number().nullable(), in: z.number().optional(), out: z.number().optional(), cachedIn: z.number().optional(), cacheWrite: z.number().optional() })).optional(),
});

/** A deployment as a case writes it. Values are not judged here: a case may want the router to refuse them. */
export const CaseDeployment = z.strictObject({
  id: z.string(),
  provider: z.string(),
  model: z.string(),
  order: z.number().optional(),
  weight: z.number().optional(),
  rpm: z.number().optional(),
  tpm: z.number().optional(),
  maxParallel: z.number().optional(),
  connections: z.number().optional(),
  keys: z.array(z.union([z.string(), z.strictObject({ id: z.string(), deny: Names.optional() })])).optional(),
  tags: Names.optional(),
  price: Rates.nullable().optional(),
  maxOutputTokens: z.number().optional(),
  maxInputTokens: z.number().optional(),
  cooldownMs: z.number().optional(),
  allowedFails: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
  timeoutMs: z.number().optional(),
  retries: z.number().optional(),
  region: z.string().optional(),
  unsupported: Names.optional(),
});

/** {@link CaseDeployment} as read. */
export type CaseDeployment = z.infer<typeof CaseDeployment>;

const Retry = z.strictObject({
  max: z.number().optional(),
  baseMs: Milliseconds.optional(),
  capMs: Milliseconds.optional(),
  maxMs: Milliseconds.optional(),
  jitter: z.number().optional(),
  onStatus: z.array(z.number()).optional(),
  policy: z.record(z.string(), z.number()).optional(),
  budget: z.strictObject({ ratio: z.number().optional(), min: z.number().optional() }).optional(),
});

const Timeouts = z.strictObject({
  totalMs: Milliseconds.optional(),
  attemptMs: Milliseconds.optional(),
  ttftMs: Milliseconds.optional(),
  idleMs: Milliseconds.optional(),
  headersMs: Milliseconds.optional(),
});

const Hedge = z.strictObject({ after: z.union([z.literal('p95'), z.number()]).optional(), afterMs: z.number().optional(), maxExtraPct: z.number().optional(), minSamples: z.number().optional() });

const Budget = z.strictObject({
  id: z.string(),
  scope: z.record(z.string(), z.string()).optional(),
  limitUsd: z.number(),
  window: z.string().optional(),
  tz: z.string().optional(),
  soft: z.strictObject({ atPct: z.number(), use: z.string() }).optional(),
  alerts: z.array(z.number()).optional(),
});

const Cache = z.strictObject({
  enabled: z.boolean().optional(),
  ttlMs: Milliseconds.optional(),
  singleFlight: z.boolean().optional(),
  groups: z.array(Names).optional(),
  memory: z.strictObject({ maxEntries: z.number().optional(), maxBytes: z.number().optional() }).optional(),
  semantic: z
    .strictObject({
      threshold: z.number().optional(),
      embed: z.literal('scripted').optional(),
      guards: z.boolean().optional(),
      maxHistory: z.number().optional(),
      maxEntries: z.number().optional(),
      mode: z.enum(['on', 'shadow']).optional(),
      shadow: z.boolean().optional(),
    })
    .optional(),
});

const UseCase = z.strictObject({
  chain: Names,
  strategy: z.string().optional(),
  onContextWindow: Names.optional(),
  onContentPolicy: Names.optional(),
  onTimeout: Names.optional(),
  onBudget: Names.optional(),
  retry: Retry.optional(),
  timeouts: Timeouts.optional(),
  hedge: Hedge.optional(),
  cache: z.union([z.literal(false), Cache]).optional(),
});

/** The neutral configuration of a case; a name that is not here is an error of the file. */
export const CaseConfig = z.strictObject({
  groups: z.record(z.string(), z.array(CaseDeployment)).optional(),
  strategy: z.string().optional(),
  retry: Retry.optional(),
  timeouts: Timeouts.optional(),
  fallbacks: Chains.optional(),
  contextWindowFallbacks: Chains.optional(),
  contentPolicyFallbacks: Chains.optional(),
  timeoutFallbacks: Chains.optional(),
  budgetFallbacks: Chains.optional(),
  fallbackOnStatus: z.array(z.number()).optional(),
  fallbackOnCallerFault: z.boolean().optional(),
  maxFallbacks: z.number().optional(),
  useCases: z.record(z.string(), UseCase).optional(),
  cooldown: z
    .strictObject({
      defaultMs: Milliseconds.optional(),
      maxMs: Milliseconds.optional(),
      minSamples: z.number().optional(),
      failureRatio: z.number().optional(),
      consecutiveFailures: z.number().optional(),
      windowMs: Milliseconds.optional(),
      longMs: Milliseconds.optional(),
      rampMs: Milliseconds.optional(),
      probeMs: Milliseconds.optional(),
      jitter: z.number().optional(),
      allowedFails: z.union([z.number(), z.record(z.string(), z.number())]).optional(),
    })
    .optional(),
  latency: z.strictObject({ buffer: z.number().optional(), explore: z.number().optional(), window: z.number().optional() }).optional(),
  sticky: z.union([z.boolean(), z.strictObject({ ttlMs: Milliseconds.optional() })]).optional(),
  hedge: Hedge.optional(),
  experiments: z.record(z.string(), z.strictObject({ salt: z.string(), arms: z.record(z.string(), z.number()), useCase: z.string().optional() })).optional(),
  budgets: z.array(Budget).optional(),
  budgetLeaseMs: Milliseconds.optional(),
  budgetFailMode: z.enum(['open', 'closed']).optional(),
  alerts: z.array(z.number()).optional(),
  tempIncrease: z.record(z.string(), z.strictObject({ usd: z.number(), untilMs: z.number() })).optional(),
  unknownPrice: z.union([z.enum(['refuse', 'allow']), Rates]).optional(),
  abortCharge: z.enum(['input', 'estimate', 'nothing', 'none']).optional(),
  streamContinuation: z.boolean().optional(),
  cache: Cache.optional(),
  allowTestHooks: z.boolean().optional(),
  allowedBaseUrls: Names.optional(),
  mirror: z.strictObject({ to: z.string(), share: z.number().optional(), pct: z.number().optional() }).optional(),
  maxQueue: z.number().optional(),
  hooks: z.record(z.string(), z.enum(['throws', 'rejects', 'records'])).optional(),
  redis: z.union([z.boolean(), z.literal('down')]).optional(),
  processes: z.number().int().min(1).max(16).optional(),
  clock: z.enum(['fake', 'real']).optional(),
  now: z.iso.datetime({ offset: true }).optional(),
});

/** {@link CaseConfig} as read. */
export type CaseConfig = z.infer<typeof CaseConfig>;
