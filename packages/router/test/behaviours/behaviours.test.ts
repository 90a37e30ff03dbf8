import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';
import { redisSkipReason } from '@discord-intelligence/testing';

import { createRouterAdapter } from './adapter/router-adapter.js';
import { readBehaviours } from './dsl/behaviour-case.js';
import { createRedisSource } from './runner/redis-source.js';
import { caseLimitMs, runCase } from './runner/run-case.js';

const cases = readBehaviours(readFileSync(join(__dirname, 'router-behaviours.json'), 'utf8'));
const adapter = createRouterAdapter(join(__dirname, 'adapter'));
const redis = createRedisSource();

afterAll(async () => redis[Symbol.asyncDispose]());

describe('the behaviours of routers', () => {
  it('is a file in which every case is understood', () => {
    expect(cases.flatMap((entry) => (entry.ok ? [] : [`${entry.id}: ${entry.problems}`]))).toEqual([]);
    expect(cases).toHaveLength(143);
  });

  for (const entry of cases) {
    if (!entry.ok) continue;
    const { id, title, config } = entry.case;
    const skip = config.redis === true || (config.processes ?? 1) > 1 ? redisSkipReason() : undefined;
    const run = async () => {
      const { reasons } = await runCase(entry.case, adapter, redis);
      expect(reasons).toEqual([]);
    };
    if (skip === undefined) it(`${id}: ${title}`, run, caseLimitMs(entry.case) + 10_000);
    else it.skip(`${id}: ${title} (${skip})`, run);
  }
});
