import { redisSkipReason, startRedis, type RedisServer } from '@discord-intelligence/testing';

/** One Redis for a whole run, started when the first case needs it and emptied for each. */
export interface RedisSource extends AsyncDisposable {
  /** Why there is none, in one line. */
  readonly skipReason: string | undefined;
  /** URL of an empty server. */
  fresh(): Promise<string>;
  /** The server of the case under way. */
  control(to: 'down' | 'up' | 'restart' | 'pause' | 'resume'): Promise<void>;
  /** URL at which nobody listens. */
  readonly downUrl: string;
}

/** Makes a source; nothing is started yet. */
export function createRedisSource(): RedisSource {
  let server: Promise<RedisServer> | undefined;
  let isMoved = false;
  return {
    skipReason: redisSkipReason(),
    // The discard port: nothing listens there on a machine of today.
    downUrl: 'redis://127.0.0.1:9',
    async fresh() {
      const running = await (server ??= startRedis());
      // What a case has stopped or frozen the next one finds anew.
      if (isMoved) await running.restart();
      isMoved = false;
      await running.command('FLUSHALL');
      return running.url;
    },
    async control(to) {
      const running = await server;
      if (!running) throw new Error('A case that moves Redis needs redis: true');
      if (to === 'down') await running.stop();
      else if (to === 'pause') running.pause();
      else if (to === 'resume') running.resume();
      else await running.restart();
      isMoved = true;
    },
    async [Symbol.asyncDispose]() {
      await (await server)?.[Symbol.asyncDispose]();
      server = undefined;
    },
  };
}
