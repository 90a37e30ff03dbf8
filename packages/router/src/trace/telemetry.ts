import { LLM, metrics, protectSecrets, providerName, type ServerPlace, serverPlaceOf, startSpan, withhold } from '@discord-intelligence/observability';

import type { Target } from '../attempt/target.js';
import type { RequestKind } from '../attempt/transport.js';
import type { BudgetStatus } from '../budget/budget-keeper.js';
import { nanoToUsd } from '../budget/nano-usd.js';
import type { Deployment } from '../deployments/deployment.js';
import type { Failure } from '../errors/failure.js';
import type { FailureClass } from '../errors/failure-class.js';
import { RouterError } from '../errors/router-error.js';
import type { FlowRequest } from '../flow/flow-request.js';
import type { RequestOptions } from '../flow/request-options.js';
import type { Start } from '../flow/resolve-start.js';
import type { Plan, Runtime } from '../flow/runtime.js';

import { type AttemptTelemetry, traceAttempt } from './attempt-telemetry.js';
import { isOwnWords } from './own-words.js';
import { protectedTexts } from './protected-texts.js';
import type { ResultMeta } from './result-meta.js';

/** What telemetry hears of one request while it is on. Nothing of it throws. */
export interface RequestTelemetry {
  /** Runs the serving of the request inside of its span. */
  run<T>(serve: () => Promise<T>): Promise<T>;
  /** An attempt is about to leave: begins its span. */
  attempt(request: FlowRequest, target: Target, standing: readonly BudgetStatus[]): AttemptTelemetry;
  /** One of our own limits has refused an attempt. */
  refused(deployment: Deployment, failure: Failure): void;
  /** The request is over; later calls change nothing. */
  end(meta: ResultMeta | undefined, error: unknown): void;
}

const NAMES = LLM.router;
const MOST_CANDIDATES = 16;

/** What the span of a request is told at its beginning. */
export interface TracedRequest {
  readonly kind: RequestKind;
  readonly options: RequestOptions;
  readonly start: Start;
}

/**
 * Begins the span `router {route}` of a request, below the caller's own. Its attempts become children of it
 * wherever they are made: after a wait, for a hedge, or when the reader of a stream asks for more.
 *
 * Call it only while telemetry is on: when it is off, a request costs that question and nothing else.
 */
export function traceRequest({ plan }: Runtime, { kind, start, options }: TracedRequest): RequestTelemetry {
  protectSecrets(protectedTexts(plan));
  const { rules, group } = start;
  const route = rules.useCase ?? group;
  const members = plan.groups.get(group)?.members ?? [];
  const span = startSpan(`router ${route}`, {
    [NAMES.route]: route,
    [NAMES.policy]: rules.strategy,
    [NAMES.candidates]: [...new Set(members.map(({ config }) => config.model))].slice(0, MOST_CANDIDATES),
  });
  let attempts = 0;
  let isOver = false;

  const telemetry: RequestTelemetry = {
    async run(serve) {
      try {
        return await span.run(serve);
      } catch (error) {
        // Whoever serves has told the end already; this is for what nobody has thought of.
        telemetry.end(undefined, error);
        throw error;
      }
    },
    attempt(request, target, standing) {
      attempts += 1;
      tellBudgets(plan, standing);
      const left = Math.min(...standing.map(({ remainingNano }) => remainingNano));
      if (standing.length > 0) span.setAttribute(NAMES.budgetRemainingUsd, nanoToUsd(left));
      return span.run(() => traceAttempt({ request, target, kind, route, number: attempts, place: placeOf(target.deployment, options) }));
    },
    refused({ config }, failure) {
      if (failure.class === 'local_rate_limit') metrics.router.rateLimited.add(1, { provider: providerName(config.provider), model: config.model, route });
    },
    end(meta, error) {
      if (isOver) return;
      isOver = true;
      const served = meta?.servedBy == null ? undefined : plan.deployments.get(meta.servedBy);
      const status = meta?.cache.status ?? 'off';
      const isHit = status === 'hit' || status === 'semantic' || status === 'shared';
      span.setAttributes({
        [NAMES.attempts]: attempts,
        [NAMES.selectedProvider]: served && providerName(served.config.provider),
        [NAMES.selectedModel]: served?.config.model,
        [NAMES.fallbackReason]: meta?.trace.find((event) => event.kind === 'fallback')?.reason,
        [NAMES.cacheHit]: status === 'off' ? undefined : isHit,
      });
      if (isHit && error === undefined) metrics.router.cacheHits.add(1, { route });
      metrics.router.requests.add(1, { route, outcome: outcomeOf(error) });
      if (error !== undefined && !isOwnWords(classOf(error))) withhold(error);
      span.end(error);
    },
  };
  return telemetry;
}

function outcomeOf(error: unknown): 'ok' | 'cancelled' | 'failed' {
  if (error === undefined) return 'ok';
  return classOf(error) === 'cancelled' ? 'cancelled' : 'failed';
}

function classOf(error: unknown): FailureClass | undefined {
  return RouterError.is(error) ? error.class : undefined;
}

function placeOf(deployment: Deployment, { baseURL }: RequestOptions): ServerPlace {
  return serverPlaceOf(baseURL ?? deployment.baseURL);
}

/** A budget with one account for each of many subjects is no gauge: which of them would it show? */
function tellBudgets({ config }: Plan, standing: readonly BudgetStatus[]): void {
  for (const { budgetId, remainingNano, limitNano } of standing) {
    const { scope = {} } = config.budgets.find(({ id }) => id === budgetId) ?? {};
    if (Object.values(scope).includes('*')) continue;
    metrics.router.budgetRemaining.set(nanoToUsd(remainingNano), { budget: budgetId });
    metrics.router.budgetLimit.set(nanoToUsd(limitNano), { budget: budgetId });
  }
}
