import { createHash } from 'node:crypto';

import type { ResultMeta } from '../trace/result-meta.js';

import { percentilesOf, type Percentiles } from './percentiles.js';

/** How one request of the trace ended. */
export interface SimulatedResult {
  /** Number in the trace. */
  readonly index: number;
  readonly meta: ResultMeta | undefined;
  /** Code of the error; absent when it was answered. */
  readonly errorCode?: string;
  /** Virtual milliseconds. */
  readonly durationMs: number;
}

/** What a deployment did. */
export interface DeploymentReport {
  readonly attempts: number;
  /** Share of all attempts, 0 to 1: how the load was spread. */
  readonly share: number;
  /** Attempts that gave the answer. */
  readonly answered: number;
  readonly failures: number;
  readonly failuresByClass: Readonly<Record<string, number>>;
  readonly costNanoUsd: number;
  /** Of attempts that answered. */
  readonly latency: Percentiles | undefined;
}

/** What a policy came to. */
export interface SimulationReport {
  readonly requests: number;
  readonly answered: number;
  readonly failed: number;
  readonly failuresByCode: Readonly<Record<string, number>>;
  /** Attempts of all requests. */
  readonly attempts: number;
  readonly fallbacks: number;
  /** Answers out of the cache or shared with an equal request. */
  readonly cached: number;
  /** Whole nano-USD of all attempts whose price is known. */
  readonly costNanoUsd: number;
  /** For people: exact is {@link SimulationReport.costNanoUsd}. */
  readonly costUsd: number;
  /** Requests with an attempt of unknown price: their cost is not in the sum. */
  readonly unpriced: number;
  /** Of answered requests, from the question to the end of the answer. */
  readonly latency: Percentiles | undefined;
  readonly deployments: Readonly<Record<string, DeploymentReport>>;
  /** Virtual milliseconds from the first request to the last answer. */
  readonly durationMs: number;
  /** SHA-256 of every decision: equal digests are equal decisions. */
  readonly decisions: string;
}

/** Adds up results in the order of the trace. */
export function reportOf(results: readonly SimulatedResult[], deploymentIds: readonly string[], durationMs: number): SimulationReport {
  const attempts = results.flatMap(({ meta }) => meta?.attempts ?? []);
  const answered = results.filter(({ errorCode }) => errorCode === undefined);
  const costNanoUsd = sum(attempts.map((attempt) => attempt.costNanoUsd ?? 0));
  return {
    requests: results.length,
    answered: answered.length,
    failed: results.length - answered.length,
    failuresByCode: countBy(results.flatMap(({ errorCode }) => (errorCode === undefined ? [] : [errorCode]))),
    attempts: attempts.length,
    fallbacks: sum(results.map(({ meta }) => meta?.fallbacks ?? 0)),
    cached: results.filter(({ meta }) => meta !== undefined && ['hit', 'semantic', 'shared'].includes(meta.cache.status)).length,
    costNanoUsd,
    costUsd: costNanoUsd / 1e9,
    unpriced: results.filter(({ meta }) => meta?.attempts.some((attempt) => attempt.outcome === 'ok' && attempt.costNanoUsd === undefined)).length,
    latency: percentilesOf(answered.map((result) => result.durationMs)),
    deployments: Object.fromEntries(deploymentIds.map((id) => [id, reportOfDeployment(id, attempts)])),
    durationMs,
    decisions: digestOf(results),
  };
}

function reportOfDeployment(id: string, all: readonly ResultMeta['attempts'][number][]): DeploymentReport {
  const attempts = all.filter(({ deployment }) => deployment === id);
  const answers = attempts.filter(({ outcome }) => outcome === 'ok');
  const failed = attempts.flatMap((attempt) => (attempt.class === undefined || attempt.class === 'cancelled' ? [] : [attempt.class]));
  return {
    attempts: attempts.length,
    share: all.length === 0 ? 0 : attempts.length / all.length,
    answered: answers.length,
    failures: failed.length,
    failuresByClass: countBy(failed),
    costNanoUsd: sum(attempts.map((attempt) => attempt.costNanoUsd ?? 0)),
    latency: percentilesOf(answers.map(({ durationMs }) => durationMs)),
  };
}

/** Decisions only: request ids are random by design. */
function digestOf(results: readonly SimulatedResult[]): string {
  const hash = createHash('sha256');
  for (const { index, meta, errorCode } of results) {
    hash.update(JSON.stringify([index, errorCode ?? '', meta?.cache.status, meta?.attempts.map(({ deployment, keyId, outcome, class: failure }) => [deployment, keyId, outcome, failure])]));
  }
  return hash.digest('hex');
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
