import type { RedisConnection } from '../redis/redis-connection.js';

/** The part of the Redis connection that the cache uses. Every call ends within its time limit. */
export type CacheRedis = Pick<RedisConnection, 'command' | 'script' | 'subscribe'>;
