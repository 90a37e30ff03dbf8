import { usdToNano } from '../budget/nano-usd.js';
import type { LedgerOutcome } from '../ledger/ledger.js';
import type { Failure } from '../errors/failure.js';
import { ruleOf } from '../errors/failure-class.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { Runtime } from '../flow/runtime.js';
import { costOf } from '../prices/cost.js';
import type { Price } from '../prices/price-book.js';
import type { TokenUsage } from '../prices/token-usage.js';
import type { AttemptOutcome, AttemptRecord } from '../trace/attempt-record.js';
import type { AttemptTelemetry } from '../trace/attempt-telemetry.js';

import type { Admission } from './admit.js';
import { OVERTAKEN, type Target } from './target.js';
import type { ReportedUsage } from './usage.js';

/** How an attempt ended. */
export interface AttemptEnd {
  readonly outcome: AttemptOutcome;
  readonly failure?: Failure;
  /** What the provider reported, if it did. */
  readonly reported: ReportedUsage | undefined;
  /** Output tokens counted by us, where nothing was reported. */
  readonly producedTokens?: number;
  readonly ttftMs?: number;
}

/** The books of one attempt. */
export interface Account {
  readonly startedAt: number;
  /** Absent while telemetry is off. */
  readonly trace: AttemptTelemetry | undefined;
  /** Frees the place at the deployment, before the sums are known. */
  leave(): void;
  /** Settles money, limits, ledger, health and trail: the only place where it is done. Later calls change nothing. */
  close(end: AttemptEnd): void;
}

const LEDGER_OUTCOMES: Readonly<Record<AttemptOutcome, LedgerOutcome>> = { ok: 'success', failed: 'failed', aborted: 'cancelled', interrupted: 'interrupted' };

/** Opens the books, right before the request leaves. */
export function openAccount(runtime: Runtime, request: FlowRequest, target: Target, admission: Admission): Account {
  const { clock, stores, hooks, plan } = runtime;
  const { deployment } = target;
  const startedAt = clock.monotonic();
  const attempt = request.attempts;
  const row = stores.ledger.open({
    id: admission.attemptId,
    requestId: request.id,
    attempt,
    deployment: deployment.id,
    provider: deployment.config.provider,
    model: deployment.config.model,
    group: target.group,
    reason: target.reason,
    labels: request.labels,
    estimatedNano: admission.estimatedNano,
  });
  const known = stores.prices.peek(deployment.priceQuery);
  // Looked up while the request is under way, so that its cost is known when it is over.
  const lookUp = known === undefined && deployment.config.price === undefined ? stores.prices.find(deployment.priceQuery) : undefined;
  if (lookUp instanceof Promise) runtime.track(lookUp);
  hooks('onAttemptStart', { requestId: request.id, kind: request.kind, model: String(request.params.model), isStream: request.isStream, deployment: deployment.id, provider: deployment.config.provider, upstreamModel: deployment.config.model, group: target.group, attempt });
  const trace = request.telemetry?.attempt(request, target, admission.hold?.standing() ?? []);
  admission.hold?.markSent();
  deployment.counts.requests += 1;
  let isClosed = false;

  return {
    startedAt,
    trace,
    leave: () => { admission.leave(); },
    close(end) {
      if (isClosed) return;
      isClosed = true;
      admission.leave();
      const durationMs = clock.monotonic() - startedAt;
      const { usage, isEstimated } = usageOf(end);
      const cost = costNano(end, usage);
      if (cost === undefined) runtime.warnings.add(`unknown_price:${deployment.id}`);
      admission.grant?.settle(usage ? usage.promptTokens + usage.completionTokens : 0);
      if (admission.hold) {
        const settled = cost === undefined || cost === 0 ? admission.hold.release() : admission.hold.settle(cost);
        if (settled instanceof Promise) runtime.settling.track(settled);
      }
      row.close({
        outcome: LEDGER_OUTCOMES[end.outcome],
        costNano: cost ?? 0,
        isEstimated,
        ...(usage && { usage }),
        ...(end.failure?.status !== undefined && { status: end.failure.status }),
        ...(end.failure && { errorClass: end.failure.class }),
        ...(end.ttftMs !== undefined && { firstTokenMs: end.ttftMs }),
      });
      learn(end, durationMs, usage);
      const record: AttemptRecord = {
        deployment: deployment.id,
        group: target.group,
        keyId: target.key.id,
        outcome: end.outcome,
        durationMs,
        ...(end.failure && { class: end.failure.class, message: end.failure.message }),
        ...(end.failure ? end.failure.status !== undefined && { status: end.failure.status } : { status: 200 }),
        ...(end.ttftMs !== undefined && { ttftMs: end.ttftMs }),
        ...(cost !== undefined && { costNanoUsd: cost }),
        ...(usage && { usage }),
        ...(usage && isEstimated && { usageEstimated: true }),
        ...(target.reason === 'hedge' && { isHedge: true }),
        ...(target.reason === 'continuation' && { isContinuation: true }),
      };
      request.records.push(record);
      trace?.end(record, end.failure);
      hooks('onAttempt', { requestId: request.id, kind: request.kind, model: String(request.params.model), isStream: request.isStream, attempt: record });
    },
  };

  function usageOf(end: AttemptEnd): { readonly usage: TokenUsage | undefined; readonly isEstimated: boolean } {
    if (end.reported) return { usage: end.reported.usage, isEstimated: false };
    const charge = end.failure ? ruleOf(end.failure.class).charge : 'produced';
    if (charge === 'nothing' && end.outcome === 'failed') return { usage: undefined, isEstimated: false };
    const completionTokens = end.producedTokens ?? 0;
    // An attempt that was cut off before anything came: what it is charged is a matter of policy.
    if (completionTokens === 0 && end.outcome !== 'ok' && plan.config.abortCharge === 'nothing') return { usage: undefined, isEstimated: false };
    // Counting costs time, which is spent only where somebody pays by it.
    return { usage: { promptTokens: request.promptTokens(), completionTokens }, isEstimated: true };
  }

  function costNano(end: AttemptEnd, usage: TokenUsage | undefined): number | undefined {
    if (!usage) return 0;
    const isCutOff = end.outcome !== 'ok' && !end.reported && (end.producedTokens ?? 0) === 0;
    if (isCutOff && plan.config.abortCharge === 'estimate' && admission.hold) return admission.estimatedNano;
    const price = priceNow();
    if (price) return costOf(price, usage);
    return end.reported?.costUsd === undefined ? undefined : usdToNano(end.reported.costUsd);
  }

  function priceNow(): Price | undefined {
    const found = stores.prices.peek(deployment.priceQuery)?.price;
    if (found) return found;
    const policy = plan.config.unknownPrice;
    return typeof policy === 'object' ? policy : undefined;
  }

  function learn({ outcome, failure, ttftMs }: AttemptEnd, durationMs: number, usage: TokenUsage | undefined): void {
    const isProbe = admission.isProbe;
    if (outcome === 'ok') {
      stores.cooldowns.reportSuccess({ deployment: deployment.id, isProbe });
      if (!request.isStream) {
        deployment.latency.answered(durationMs, usage?.completionTokens ?? 0);
        deployment.durations.record(durationMs);
      }
    }
    if (ttftMs !== undefined) {
      deployment.latency.started(ttftMs);
      deployment.firstTokens.record(ttftMs);
    }
    if (outcome === 'ok') return;
    if (!failure || failure.class === 'cancelled') {
      if (isProbe) stores.cooldowns.releaseProbe(deployment.id);
      if (failure === OVERTAKEN) deployment.latency.gaveUp(durationMs);
      return;
    }
    if (failure.class === 'timeout') deployment.latency.gaveUp(durationMs);
    const { cool } = ruleOf(failure.class);
    if (cool === 'never') {
      // The provider answered: it is well, whatever is wrong with the request.
      stores.cooldowns.reportSuccess({ deployment: deployment.id, isProbe });
      return;
    }
    deployment.counts.failures += 1;
    const rotated = ruleOf(failure.class).rotateKey && deployment.keys.size > 1;
    if (rotated) deployment.keys.fail(target.key, failure);
    // With another key to go on with, the key is out and the deployment stays in.
    const hasKeyLeft = rotated && deployment.keys.size > Object.keys(deployment.keys.out()).length;
    if (hasKeyLeft && !isProbe) return;
    const { cooldown, allowedFails } = deployment.config;
    stores.cooldowns.reportFailure({
      deployment: deployment.id,
      errorClass: failure.class,
      rule: hasKeyLeft ? 'never' : cool,
      hasSiblings: target.hasSiblings,
      isProbe,
      ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
      ...(cooldown !== undefined && { cooldownMs: cooldown }),
      ...(allowedFails !== undefined && { allowedFails }),
    });
  }
}
