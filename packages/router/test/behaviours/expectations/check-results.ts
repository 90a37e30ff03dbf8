import type { ResultExpectations } from '../dsl/expectations.js';
import type { CallOutcome } from '../runner/subject.js';

import type { DifferenceList } from './difference.js';

const NANO = 1e9;

/** What the provider counted, where the view is the whole case; parts of a case count their own attempts. */
export interface CallCounts {
  of(id: string): number;
  readonly total: number;
}

type Checks = { readonly [Field in keyof Required<ResultExpectations>]: (expected: NonNullable<ResultExpectations[Field]>) => void };

/**
 * Checks the expectations that speak of results. One-result fields look at the
 * last result of the view, lists at all of them.
 */
export function checkResults(expected: ResultExpectations, results: readonly CallOutcome[], counts: CallCounts, list: DifferenceList, path = ''): void {
  const at = (field: string) => `${path}${field}`;
  const last = results.at(-1);
  const error = last?.error;
  const statuses = results.map(({ status }) => status ?? null);
  const costs = results.map(({ costNano }) => costNano ?? undefined);
  const durations = results.map(({ startedAtMs, endedAtMs }) => endedAtMs - startedAtMs).toSorted((one, other) => one - other);
  const usd = (nano: number | undefined) => (nano === undefined ? undefined : nano / NANO);
  const names = (field: string, wanted: string | null, found: readonly string[] | undefined) => {
    list.check(at(field), wanted === null ? found === undefined : (found?.includes(wanted) ?? false), wanted, found ?? null);
  };
  const eachNames = (field: string, wanted: readonly (string | null)[], found: readonly (readonly string[] | undefined)[]) => {
    list.check(at(`${field}.length`), wanted.length === found.length, wanted.length, found.length);
    wanted.forEach((name, index) => { names(`${field}[${index}]`, name, found[index]); });
  };
  const amountsInOrder = (field: string, wanted: readonly Parameters<DifferenceList['amount']>[1][], found: readonly (number | undefined)[]) => {
    list.check(at(`${field}.length`), wanted.length === found.length, wanted, found);
    wanted.forEach((amount, index) => { list.amount(at(`${field}[${index}]`), amount, found[index]); });
  };
  const fieldsOf = (outcome: CallOutcome | undefined) => ({ ...outcome?.error?.fields, ...outcome?.error?.status !== undefined && { status: outcome.error.status } });
  const percentile = (share: number) => durations[Math.min(durations.length - 1, Math.ceil(durations.length * share) - 1)];

  const checks: Checks = {
    status: (wanted) => { list.equal(at('status'), wanted, last?.status ?? null); },
    statuses: (wanted) => { list.equal(at('statuses'), wanted, statuses); },
    allStatus: (wanted) => { list.check(at('allStatus'), results.length > 0 && statuses.every((status) => status === wanted), wanted, tally(statuses)); },
    statusCounts: (wanted) => { list.amounts(at('statusCounts'), wanted, (status) => statuses.filter((other) => String(other) === status).length); },
    text: (wanted) => { list.equal(at('text'), wanted, last?.text); },
    texts: (wanted) => { list.equal(at('texts'), wanted, results.map(({ text }) => text)); },
    streamed: (wanted) => { list.equal(at('streamed'), wanted, last?.isStream ? last.text : undefined); },
    finish: (wanted) => { list.equal(at('finish'), wanted, last?.finish ?? null); },
    finishes: (wanted) => { list.equal(at('finishes'), wanted, results.map(({ finish }) => finish ?? null)); },
    error: (wanted) => { names('error', wanted, error?.names); },
    errors: (wanted) => { eachNames('errors', wanted, results.map((result) => result.error?.names)); },
    // Of a request that was saved by a retry or a fallback: the class of what went wrong first.
    errorClass: (wanted) => { names('errorClass', wanted, classOf(last)); },
    errorClasses: (wanted) => { eachNames('errorClasses', wanted, results.map(classOf)); },
    errorHas: (wanted) => { for (const name of wanted) list.check(at(`errorHas.${name}`), isPresent(fieldsOf(last), name), 'present', error?.fields); },
    errorField: (wanted) => { for (const [name, value] of Object.entries(wanted)) list.equal(at(`errorField.${name}`), value, (fieldsOf(last) as Record<string, unknown>)[name]); },
    messageIncludes: (wanted) => { for (const part of [wanted].flat()) list.check(at('messageIncludes'), error?.message.includes(part) ?? false, part, error?.message); },
    messageExcludes: (wanted) => { for (const part of [wanted].flat()) list.check(at('messageExcludes'), error !== undefined && !error.message.includes(part), `a message without ${part}`, error?.message); },
    retryAfterMs: (wanted) => { list.amount(at('retryAfterMs'), wanted, error?.fields.retryAfterMs as number | undefined); },
    has: (wanted) => { for (const name of wanted) list.check(at(`has.${name}`), isPresent({ ...last, ...fieldsOf(last) }, name), 'present', fieldsOf(last)); },
    servedBy: (wanted) => { list.equal(at('servedBy'), wanted, last?.servedBy); },
    servedBySeq: (wanted) => { list.equal(at('servedBySeq'), wanted, results.map(({ servedBy }) => servedBy ?? null)); },
    distinctServedBy: (wanted) => { list.amount(at('distinctServedBy'), wanted, new Set(results.map(({ servedBy }) => servedBy)).size); },
    attempts: (wanted) => { list.amount(at('attempts'), wanted, last?.attempts.length); },
    attemptsSeq: (wanted) => { amountsInOrder('attemptsSeq', wanted, results.map(({ attempts }) => attempts.length)); },
    fallbacks: (wanted) => { list.amount(at('fallbacks'), wanted, last?.fallbacks); },
    attemptTrail(wanted) {
      const trail = last?.attempts ?? [];
      list.check(at('attemptTrail.length'), wanted.length === trail.length, wanted, trail);
      wanted.forEach(({ dep, status, key, outcome, class: failureClass }, index) => {
        const made = trail[index];
        for (const [name, value, found] of [['dep', dep, made?.dep], ['status', status, made?.status], ['key', key, made?.key], ['outcome', outcome, made?.outcome]] as const) {
          if (value !== undefined) list.equal(at(`attemptTrail[${index}].${name}`), value, found);
        }
        if (failureClass !== undefined) names(`attemptTrail[${index}].class`, failureClass, made?.names);
      });
    },
    attemptClasses: (wanted) => { eachNames('attemptClasses', wanted, last?.attempts.map((attempt) => attempt.names) ?? []); },
    elapsedMs: (wanted) => { list.amount(at('elapsedMs'), wanted, elapsed(results)); },
    virtualWaitMs: (wanted) => { list.amount(at('virtualWaitMs'), wanted, sum(results.map((result) => result.virtualWaitMs))); },
    p50Ms: (wanted) => { list.amount(at('p50Ms'), wanted, percentile(0.5)); },
    p95Ms: (wanted) => { list.amount(at('p95Ms'), wanted, percentile(0.95)); },
    p99Ms: (wanted) => { list.amount(at('p99Ms'), wanted, percentile(0.99)); },
    costUsd: (wanted) => { list.amount(at('costUsd'), wanted, usd(costs.at(-1))); },
    costUsdEach(wanted) {
      list.check(at('costUsdEach'), costs.length > 0, wanted, costs);
      costs.forEach((cost, index) => { list.amount(at(`costUsdEach[${index}]`), wanted, usd(cost)); });
    },
    costUsdSeq: (wanted) => { amountsInOrder('costUsdSeq', wanted, costs.map(usd)); },
    costNano: (wanted) => { list.amount(at('costNano'), wanted, costs.at(-1)); },
    costNanoSeq: (wanted) => { amountsInOrder('costNanoSeq', wanted, costs); },
    savedUsd: (wanted) => { list.amount(at('savedUsd'), wanted, usd(sum(results.map(({ savedNano = 0 }) => savedNano)))); },
    usageEstimated: (wanted) => { list.equal(at('usageEstimated'), wanted, last?.usageEstimated ?? false); },
    usage: (wanted) => { list.amounts(at('usage'), wanted, (name) => last?.usage?.[name]); },
    usageChunksSeen: (wanted) => { list.equal(at('usageChunksSeen'), wanted, results.map(({ usageChunks }) => usageChunks)); },
    cacheStatus: (wanted) => { list.equal(at('cacheStatus'), wanted, results.map(({ cacheStatus }) => cacheStatus ?? null)); },
    cacheStatusAll: (wanted) => { list.check(at('cacheStatusAll'), results.length > 0 && results.every(({ cacheStatus }) => cacheStatus === wanted), wanted, results.map(({ cacheStatus }) => cacheStatus)); },
    similarity: (wanted) => { list.amount(at('similarity'), wanted, last?.similarity); },
    meta(wanted) {
      const facts = metaOf(last);
      for (const [name, value] of Object.entries(wanted)) {
        if (value === 'present') list.check(at(`meta.${name}`), isPresent(facts, name), 'present', facts[name]);
        else if (typeof value === 'object' && value !== null) list.amount(at(`meta.${name}`), value, facts[name] as number | undefined);
        else if (typeof value === 'number') list.amount(at(`meta.${name}`), value, facts[name] as number | undefined);
        else list.equal(at(`meta.${name}`), value, facts[name] ?? null);
      }
    },
    calls: (wanted) => { list.amounts(at('calls'), wanted, (id) => counts.of(id)); },
    totalCalls: (wanted) => { list.amount(at('totalCalls'), wanted, counts.total); },
  };

  for (const [field, value] of Object.entries(expected)) {
    if (value === undefined) continue;
    const check = (checks as Readonly<Record<string, ((wanted: never) => void) | undefined>>)[field];
    if (!check) throw new Error(`No check for the expectation ${field}`);
    check(value as never);
  }
}

/** Attempts of the given results, counted like calls. */
export function countAttempts(results: readonly CallOutcome[]): CallCounts {
  const attempts = results.flatMap((result) => result.attempts);
  return { of: (id) => attempts.filter(({ dep, key }) => dep === id || `${dep}#${key ?? ''}` === id).length, total: attempts.length };
}

function metaOf(outcome: CallOutcome | undefined): Readonly<Record<string, unknown>> {
  return {
    servedBy: outcome?.servedBy,
    attempts: outcome?.attempts.length,
    fallbacks: outcome?.fallbacks,
    // Told, though nobody knows the price.
    costUsd: outcome?.costNano === undefined ? undefined : outcome.costNano === null ? 'unknown' : outcome.costNano / NANO,
    costNano: outcome?.costNano === null ? 'unknown' : outcome?.costNano,
    cache: outcome?.cacheStatus,
    usage: outcome?.usage,
    usageEstimated: outcome?.usageEstimated,
    degraded: outcome?.degraded,
    similarity: outcome?.similarity,
    savedUsd: outcome?.savedNano === undefined ? undefined : outcome.savedNano / NANO,
  };
}

function classOf(outcome: CallOutcome | undefined): readonly string[] | undefined {
  return outcome?.error ? outcome.error.classNames : outcome?.attempts.find(({ names }) => !names.includes('ok'))?.names;
}

function elapsed(results: readonly CallOutcome[]): number | undefined {
  if (results.length === 0) return undefined;
  return Math.max(...results.map(({ endedAtMs }) => endedAtMs)) - Math.min(...results.map(({ startedAtMs }) => startedAtMs));
}

function isPresent(record: Readonly<Record<string, unknown>>, name: string): boolean {
  return record[name] !== undefined && record[name] !== null;
}

function tally(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
