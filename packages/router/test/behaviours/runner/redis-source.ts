import { redisSkipReason, startRedis, type RedisServer } from '@discord-intelligence/testing';

/** One Redis for a whole run, started when the first case needs it and emptied for each. */
export interface RedisSource extends AsyncDisposable {
  /** Why there is none, in one line. */
  readonly skipReason: string | undefined;
  /** URL of an empty server. */
  fresh(): Promise<string>;
  /** URL at which nobody listens. */
  readonly downUrl: string;
}

/** Makes a source; nothing is started yet. */
export function createRedisSource(): RedisSource {
  let server: Promise<RedisServer> | undefined;
  return {
    skipReason: redisSkipReason(),
    // The discard port: nothing listens there on a machine of today.
    downUrl: 'redis://127.0.0.1:9',
    async fresh() {
      const running = await (server ??= startRedis());
      await running.command('FLUSHALL');
      return running.url;
    },
    async [Symbol.asyncDispose]() {
      await (await server)?.[Symbol.asyncDispose]();
      server = undefined;
    },
  };
}
