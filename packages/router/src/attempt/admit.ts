import { type Awaitable, whenReady } from '../budget/awaitable.js';
import type { BudgetHold, BudgetRefusal } from '../budget/budget-keeper.js';
import { nanoToUsd } from '../budget/nano-usd.js';
import type { Deployment } from '../deployments/deployment.js';
import type { Failure } from '../errors/failure.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';
import type { RateGrant } from '../limits/rate-limit-store.js';
import { estimateCost } from '../prices/cost.js';
import type { Price } from '../prices/price-book.js';

import { affordable, askedOutputTokens, outputLimit } from './output-limit.js';

/** Everything that an attempt holds while it is under way. */
export interface Admission {
  readonly attemptId: string;
  readonly grant: RateGrant | undefined;
  readonly hold: BudgetHold | undefined;
  readonly isProbe: boolean;
  readonly estimatedNano: number;
  /** Parameters that hold the provider to what was reserved. */
  readonly bounds: Readonly<Record<string, number>>;
  /** Gives the place back; later calls change nothing. */
  leave(): void;
  /** Gives everything back, because nothing will be sent. */
  abandon(): void;
}

/** Answer of {@link admit}. */
export type AdmitOutcome =
  | { readonly kind: 'admitted'; readonly admission: Admission }
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** A budget is nearly used up: the request is to go to this cheaper group. */
  | { readonly kind: 'redirected'; readonly group: string; readonly budgetId: string };

type Params = Readonly<Record<string, unknown>>;

/** Money held, with the parameters that keep the answer within it; or why not. */
type Held = { readonly hold: BudgetHold; readonly bounds: Readonly<Record<string, number>>; readonly failure?: never } | { readonly failure: Failure; readonly hold?: never };

const NO_BOUNDS = {};

/**
 * Gets an attempt past everything of our own: place, probe, rate limits, money.
 * The deployment's `inFlight` counts it already; on refusal all is given back.
 */
export async function admit(runtime: Runtime, request: FlowRequest, deployment: Deployment, group: string, params: Params): Promise<AdmitOutcome> {
  const { stores, plan } = runtime;
  let releasePermit: (() => void) | undefined;
  let isProbe = false;
  let hasLeft = false;
  const leave = (): void => {
    if (hasLeft) return;
    hasLeft = true;
    deployment.inFlight -= 1;
    releasePermit?.();
  };
  const refuse = (failure: Failure): AdmitOutcome => {
    leave();
    if (isProbe) stores.cooldowns.releaseProbe(deployment.id);
    request.telemetry?.refused(deployment, failure);
    return { kind: 'refused', failure };
  };

  if (deployment.permits) {
    releasePermit = deployment.permits.tryAcquire();
    if (!releasePermit) {
      const outcome = await deployment.permits.acquire({ signal: request.scope.signal, timeoutMs: request.scope.remainingMs(), lane: request.rules.lane });
      if (!outcome.ok) return refuse(request.scope.stopped ?? { class: 'queue_full', message: `Too many requests wait for the deployment "${deployment.id}".`, limits: [`${deployment.id}.maxParallel`] });
      releasePermit = outcome.release;
    }
  }
  if (stores.cooldowns.phase(deployment.id).phase === 'half-open') {
    isProbe = await stores.cooldowns.claimProbe(deployment.id);
    if (!isProbe) return refuse({ class: 'no_healthy_deployment', message: `The deployment "${deployment.id}" is being tried by another request.` });
  }

  // In one process the answers are there at once: nothing is waited for that need not be.
  const taking = takeRate(runtime, request, deployment, params);
  const grant = taking instanceof Promise ? await taking : taking;
  if ('class' in grant) return refuse(grant);
  const attemptId = `${request.id}.${(request.attempts += 1)}`;
  const held = plan.config.budgets.length === 0 ? undefined : await hold(runtime, request, deployment, group, params, attemptId);
  if (held?.failure) {
    grant.cancel();
    return refuse(held.failure);
  }
  const abandon = (): void => {
    grant.cancel();
    if (held?.hold) runtime.track(Promise.resolve(held.hold.release()));
    if (isProbe) stores.cooldowns.releaseProbe(deployment.id);
    leave();
  };
  if (held?.hold) {
    const soft = held.hold.soft.find(({ budgetId }) => cheaperGroup(runtime, budgetId) !== undefined);
    const cheaper = soft && cheaperGroup(runtime, soft.budgetId);
    if (soft && cheaper !== undefined && cheaper !== group && !request.isRedirected && request.options.disableFallbacks !== true) {
      abandon();
      return { kind: 'redirected', group: cheaper, budgetId: soft.budgetId };
    }
  }
  if (request.scope.stopped) {
    abandon();
    return { kind: 'refused', failure: request.scope.stopped };
  }
  return {
    kind: 'admitted',
    admission: { attemptId, grant, hold: held?.hold, isProbe, estimatedNano: held?.hold ? held.hold.amountNano : 0, bounds: held?.hold ? held.bounds : NO_BOUNDS, leave, abandon },
  };
}

function takeRate({ stores }: Runtime, request: FlowRequest, { id, config }: Deployment, params: Params): Awaitable<RateGrant | Failure> {
  // Without a token limit nothing depends on the estimate: it is not worth counting.
  const tokens = config.tpm === undefined ? 0 : request.promptTokens() + (askedOutputTokens(params) ?? config.maxOutputTokens ?? 0);
  return whenReady(stores.limits.acquire({ key: id, tokens, ...(config.rpm !== undefined && { rpm: config.rpm }), ...(config.tpm !== undefined && { tpm: config.tpm }) }), (outcome): RateGrant | Failure => {
    if (stores.limits.isDegraded) request.degraded = true;
    if (outcome.ok) return outcome.grant;
    return { class: 'local_rate_limit', message: `The deployment "${id}" has reached its ${outcome.limit}.`, retryAfterMs: outcome.retryAfterMs, limits: [`${id}.${outcome.limit}`] };
  });
}

async function hold(runtime: Runtime, request: FlowRequest, deployment: Deployment, group: string, params: Params, id: string): Promise<Held> {
  const { stores, plan } = runtime;
  const { config } = deployment;
  const looking = priceOf(runtime, deployment);
  const known = looking instanceof Promise ? await looking : looking;
  const policy = plan.config.unknownPrice;
  if (!known) {
    runtime.warnings.add(`unknown_price:${deployment.id}`);
    if (policy === 'refuse') return { failure: { class: 'unknown_price', message: `The price of the deployment "${deployment.id}" is unknown, and there are budgets to keep.` } };
  }
  const price = known ?? (typeof policy === 'object' ? policy : undefined);
  const own = { group, deployment: deployment.id, provider: config.provider, model: config.model };
  // Ours count; last in a literal, spreads are fast.
  const labels = { ...own, ...request.labels, ...own };
  const reserve = (maxOutputTokens: number) => stores.budgets.reserve({ labels, id, amountNano: price ? estimateCost(price, { promptTokens: request.promptTokens(), maxOutputTokens }) : 0 });
  if (request.kind !== 'chat') {
    const outcome = await reserve(0);
    return outcome.ok ? { hold: outcome.hold, bounds: NO_BOUNDS } : { failure: failureOf(outcome.refusal) };
  }

  const limit = outputLimit(params, config);
  const reserving = reserve(limit.total);
  let outcome = reserving instanceof Promise ? await reserving : reserving;
  const settlements = outcome.ok ? undefined : runtime.settling.soFar();
  if (settlements) {
    // What earlier answers did not use may be on its way back.
    await settlements;
    outcome = await reserve(limit.total);
  }
  if (outcome.ok) return { hold: outcome.hold, bounds: limit.bounds };
  // Nobody has said how long the answer may be: a shorter one may still be affordable.
  const shorter = price && limit.isOurs && outcome.refusal.reason === 'exceeded' ? affordable(price, request.promptTokens(), outcome.refusal.status.remainingNano, limit) : undefined;
  if (!shorter) return { failure: failureOf(outcome.refusal) };
  const second = await reserve(shorter.total);
  return second.ok ? { hold: second.hold, bounds: shorter.bounds } : { failure: failureOf(outcome.refusal) };
}

/** The price, looked up on first need; `undefined` when nobody knows. */
export function priceOf({ stores }: Runtime, deployment: Deployment): Awaitable<Price | undefined> {
  if (deployment.config.price === null) return stores.prices.peek(deployment.priceQuery)?.source === 'deployment' ? stores.prices.peek(deployment.priceQuery)?.price : undefined;
  return whenReady(stores.prices.peek(deployment.priceQuery) ?? stores.prices.find(deployment.priceQuery), (found) => found?.price);
}

function cheaperGroup({ plan }: Runtime, budgetId: string): string | undefined {
  return plan.config.budgets.find(({ id }) => id === budgetId)?.soft?.use;
}

function failureOf(refusal: BudgetRefusal): Failure {
  if (refusal.reason === 'unavailable') return { class: 'budget_unavailable', message: 'Budgets cannot be checked, because Redis is away and they fail closed.' };
  const { budgetId, subject, spentNano, reservedNano, carriedNano, limitNano, resetAtMs } = refusal.status;
  const spentUsd = nanoToUsd(spentNano);
  const limitUsd = nanoToUsd(limitNano);
  return {
    class: 'budget_exceeded',
    message: `The budget "${budgetId}"${subject === '' ? '' : ` of ${subject}`} does not allow ${nanoToUsd(refusal.requestedNano)} USD more: ${spentUsd} USD spent, ${nanoToUsd(reservedNano)} USD reserved, ${nanoToUsd(carriedNano)} USD of debt, ${limitUsd} USD allowed until ${new Date(resetAtMs).toISOString()}.`,
    budget: { budgetId, spentUsd, limitUsd, resetAt: new Date(resetAtMs).toISOString() },
  };
}
