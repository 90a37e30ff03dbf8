import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from '@jest/globals';
import { redisSkipReason } from '@discord-intelligence/testing';

import { createRouterAdapter } from './adapter/router-adapter.js';
import { readBehaviours } from './dsl/behaviour-case.js';
import { createRedisSource } from './runner/redis-source.js';
import { caseLimitMs } from './runner/run-case.js';
import { runTwice } from './runner/run-twice.js';

const adapter = createRouterAdapter(join(__dirname, 'adapter'));
const redis = createRedisSource();

afterAll(async () => redis[Symbol.asyncDispose]());

describe.each([
  ['router-behaviours.json', 143],
  ['own-behaviours.json', 76],
])('the behaviours of %s', (file, count) => {
  const cases = readBehaviours(readFileSync(join(__dirname, file), 'utf8'));

  it('are all understood', () => {
    expect(cases.flatMap((entry) => (entry.ok ? [] : [`${entry.id}: ${entry.problems}`]))).toEqual([]);
    expect(cases).toHaveLength(count);
  });

  for (const entry of cases) {
    if (!entry.ok) continue;
    const { id, title, config } = entry.case;
    const skip = config.redis === true || (config.processes ?? 1) > 1 ? redisSkipReason() : undefined;
    const run = async () => {
      const { reasons } = await runTwice(entry.case, adapter, redis);
      expect(reasons).toEqual([]);
    };
    if (skip === undefined) it(`${id}: ${title}`, run, 2 * caseLimitMs(entry.case) + 10_000);
    else it.skip(`${id}: ${title} (${skip})`, run);
  }
});
