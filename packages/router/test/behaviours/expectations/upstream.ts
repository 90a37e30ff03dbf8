import { isDeepStrictEqual } from 'node:util';

import type { ScriptedProvider } from '@discord-intelligence/testing';

import type { Expectations } from '../dsl/expectations.js';
import type { CallOutcome } from '../runner/subject.js';

import type { DifferenceList } from './difference.js';

type UpstreamBody = Exclude<NonNullable<Expectations['upstreamBody']>, readonly unknown[]>;

/** Every request that the deployment got must agree: a caller who asked for the same himself proves nothing about the others. */
export function checkUpstreamBody({ dep, contains = {}, lacks = [] }: UpstreamBody, provider: ScriptedProvider, list: DifferenceList): void {
  const requests = provider.requestsOf(dep);
  list.check(`upstreamBody.${dep}`, requests.length > 0, 'at least one request', requests.length);
  requests.forEach(({ body }, index) => {
    for (const [name, value] of Object.entries(contains)) {
      const found = fieldOf(body, name);
      list.check(`upstreamBody.${dep}[${index}].${name}`, includes(value, found), value, found);
    }
    for (const name of lacks) list.check(`upstreamBody.${dep}[${index}].${name}`, fieldOf(body, name) === undefined, 'nothing', fieldOf(body, name));
  });
}

/**
 * The longest time from a caller's leaving to the moment when the provider saw the
 * close; `undefined` when there is a caller who left and no request that was closed.
 */
export function closeDelayMs(id: string, provider: ScriptedProvider, results: readonly CallOutcome[]): number | undefined {
  const left = results.filter(({ attempts, leftAtMs }) => leftAtMs !== undefined && (attempts.length === 0 || attempts.some(({ dep, key }) => dep === id || `${dep}#${key ?? ''}` === id)));
  const closings = provider.requestsOf(id).flatMap(({ closedBy, closedAtMs }) => (closedBy === 'client' && closedAtMs !== undefined ? [closedAtMs] : [])).toSorted((one, other) => one - other);
  if (left.length === 0 || closings.length < left.length) return undefined;
  const leavings = left.map(({ leftAtMs = 0 }) => leftAtMs).toSorted((one, other) => one - other);
  return Math.max(...leavings.map((leftAtMs, index) => Math.max(0, closings[index]! - leftAtMs)));
}

/** Whether an object has at least the fields wanted; anything else must be equal. */
function includes(wanted: unknown, found: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return isDeepStrictEqual(wanted, found);
  return Object.entries(wanted).every(([name, value]) => includes(value, fieldOf(found, name)));
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
