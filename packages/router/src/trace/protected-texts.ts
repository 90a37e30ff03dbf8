import type { Secret } from '@discord-intelligence/config';

import type { Plan } from '../flow/runtime.js';

// Pure in the plan, which never changes: a cache, and gone with it.
const known = new WeakMap<Plan, readonly (Secret | string)[]>();

/** Names of headers whose values are keys. */
const SECRET_HEADER = /auth|key|token|secret|cookie/i;

/** Everything of a configuration that must not be seen in telemetry: keys of providers, and headers that hold some. */
export function protectedTexts(plan: Plan): readonly (Secret | string)[] {
  const before = known.get(plan);
  if (before) return before;
  const { deployments, redis } = plan.config;
  const texts = Object.values(deployments).flatMap(({ keys = [], headers }) => [
    ...keys.map((entry) => (typeof entry === 'object' && 'key' in entry ? entry.key : entry)),
    ...Object.entries(headers).flatMap(([name, value]) => (SECRET_HEADER.test(name) ? [value, value.replace(/^Bearer +/i, '')] : [])),
  ]);
  const all = [...new Set([...texts, ...(redis ? [redis.url] : [])])];
  known.set(plan, all);
  return all;
}
