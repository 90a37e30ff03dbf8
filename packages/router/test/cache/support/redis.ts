import { redisSkipReason } from '@discord-intelligence/testing';
import { describe } from '@jest/globals';

import type { RedisConnection } from '../../../src/redis/redis-connection.js';
import { createRedisConnection } from '../../../src/redis/redis-connection.js';

const skip = redisSkipReason();

/** `describe`, or a suite that is skipped and says why. */
export const describeWithRedis: typeof describe | typeof describe.skip = skip === undefined ? describe : describe.skip;

/** A connection that does not mind a loaded machine. */
export function connect(url: string, commandTimeoutMs = 5_000): RedisConnection {
  return createRedisConnection({ url, commandTimeoutMs, firstConnectTimeoutMs: 5_000 });
}
