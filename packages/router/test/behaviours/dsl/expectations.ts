import * as z from 'zod';

import { Amount, Amounts } from './amount.js';

const Json = z.unknown();
const Status = z.number().int();

const UpstreamBody = z
  .strictObject({ dep: z.string(), contains: z.record(z.string(), Json).optional(), lacks: z.array(z.string()).optional() })
  .refine(({ contains, lacks }) => contains !== undefined || lacks !== undefined, 'contains or lacks is needed');

const LedgerRow = z.strictObject({
  dep: z.string().optional(),
  outcome: z.string().optional(),
  estimated: z.boolean().optional(),
  usd: Amount.optional(),
  nanoUsd: Amount.optional(),
  status: Status.optional(),
  class: z.string().optional(),
});

const Attempt = z.strictObject({ dep: z.string().optional(), status: Status.optional(), key: z.string().optional(), class: z.string().optional(), outcome: z.string().optional() });

const Meta = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ min: z.number().optional(), max: z.number().optional() })]));

/** Fields that speak of one result or of several; they fit `last`, `marked` and `tail` as well as the whole case. */
const ofResults = {
  status: Status.optional(),
  statuses: z.array(Status).optional(),
  allStatus: Status.optional(),
  statusCounts: Amounts.optional(),
  text: z.string().optional(),
  texts: z.array(z.string()).optional(),
  streamed: z.string().optional(),
  finish: z.string().nullable().optional(),
  finishes: z.array(z.string().nullable()).optional(),
  error: z.string().nullable().optional(),
  errors: z.array(z.string().nullable()).optional(),
  errorClass: z.string().nullable().optional(),
  errorClasses: z.array(z.string().nullable()).optional(),
  errorHas: z.array(z.string()).optional(),
  errorField: z.record(z.string(), Json).optional(),
  messageIncludes: z.union([z.string(), z.array(z.string())]).optional(),
  messageExcludes: z.union([z.string(), z.array(z.string())]).optional(),
  retryAfterMs: Amount.optional(),
  has: z.array(z.string()).optional(),
  servedBy: z.string().optional(),
  servedBySeq: z.array(z.string().nullable()).optional(),
  distinctServedBy: Amount.optional(),
  attempts: Amount.optional(),
  attemptsSeq: z.array(Amount).optional(),
  fallbacks: Amount.optional(),
  attemptTrail: z.array(Attempt).optional(),
  attemptClasses: z.array(z.string()).optional(),
  elapsedMs: Amount.optional(),
  virtualWaitMs: Amount.optional(),
  p50Ms: Amount.optional(),
  p95Ms: Amount.optional(),
  p99Ms: Amount.optional(),
  costUsd: Amount.optional(),
  costUsdEach: Amount.optional(),
  costUsdSeq: z.array(Amount).optional(),
  costNano: Amount.optional(),
  costNanoSeq: z.array(Amount).optional(),
  savedUsd: Amount.optional(),
  usageEstimated: z.boolean().optional(),
  usage: z.record(z.string(), Amount).optional(),
  usageChunksSeen: z.array(z.number()).optional(),
  cacheStatus: z.array(z.string()).optional(),
  cacheStatusAll: z.string().optional(),
  similarity: Amount.optional(),
  meta: Meta.optional(),
  calls: Amounts.optional(),
  totalCalls: Amount.optional(),
};

const ResultExpectations = z.strictObject(ofResults);

/** What must hold; only the named fields are checked, and an unknown one is an error of the file. */
export const Expectations = z
  .strictObject({
    ...ofResults,
    first: ResultExpectations.optional(),
    last: ResultExpectations.optional(),
    lastHas: z.array(z.string()).optional(),
    marked: z.record(z.string(), ResultExpectations).optional(),
    tail: z.strictObject({ n: z.number().int().min(1), ...ofResults }).optional(),
    sameAssignmentBothPasses: z.boolean().optional(),
    // What the provider saw.
    callOrder: z.array(z.string()).optional(),
    maxObservedParallel: Amounts.optional(),
    upstreamBody: z.union([UpstreamBody, z.array(UpstreamBody)]).optional(),
    upstreamClosedWithinMs: Amounts.optional(),
    connections: Amount.optional(),
    // What the router shows.
    cooledDown: z.array(z.string()).optional(),
    cooldownRemainingMs: Amounts.optional(),
    inflight: Amounts.optional(),
    failureCount: Amounts.optional(),
    rpmUsed: Amounts.optional(),
    tpmUsed: Amounts.optional(),
    latencyFinite: z.boolean().optional(),
    degraded: z.boolean().optional(),
    warnings: z.array(z.string()).optional(),
    hookCalls: Amount.optional(),
    unhandledRejections: Amount.optional(),
    // Money.
    spentUsd: Amounts.optional(),
    reservedUsd: Amounts.optional(),
    spentNano: Amounts.optional(),
    reservedNano: Amounts.optional(),
    remainingUsd: Amounts.optional(),
    spentUsdByWindow: Amounts.optional(),
    sweptReservations: Amount.optional(),
    alertsFired: z.record(z.string(), Amounts).optional(),
    ledger: z.array(LedgerRow).optional(),
    ledgerCount: Amount.optional(),
    ledgerUsd: Amount.optional(),
    // Cache.
    cacheWrites: Amount.optional(),
    memoryEntries: Amount.optional(),
    memoryBytes: Amount.optional(),
    embedCalls: Amount.optional(),
    // Loading.
    configError: z.union([z.string(), z.array(z.string()), z.null()]).optional(),
  })
  .refine((expected) => Object.keys(expected).length > 0, 'a case that expects nothing cannot fail');

/** {@link Expectations} as read. */
export type Expectations = z.infer<typeof Expectations>;

/** The part of {@link Expectations} that speaks of results. */
export type ResultExpectations = z.infer<typeof ResultExpectations>;
