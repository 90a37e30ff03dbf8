import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { redisSkipReason, startRedis } from '@discord-intelligence/testing';

import { RedisUnavailableError } from '../../src/redis/errors.js';
import type { LuaScript } from '../../src/redis/lua-script.js';
import { createRedisConnection, type RedisConnection } from '../../src/redis/redis-connection.js';

const ECHO: LuaScript = { name: 'echo', lua: '-- ARGV[1] anything\nreturn ARGV[1]' };

const skip = redisSkipReason();
if (skip) it.skip(skip, () => undefined);

/** Resolves when Redis is usable again. */
function restored(connection: RedisConnection): Promise<void> {
  return new Promise((resolve) => {
    const stop = connection.onRestored(() => {
      stop();
      resolve();
    });
  });
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return RedisUnavailableError.is(error) ? error.reason : String(error);
  }
}

(skip ? describe.skip : describe)('A Redis connection', () => {
  it('runs scripts and commands, and knows that it is well', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 });
    expect(await connection.script(ECHO, ['k'], ['hello'])).toBe('hello');
    expect(await connection.command(['SET', 'key', 1])).toBe('OK');
    expect(connection.isDegraded).toBe(false);
  });

  it('sends a script again when the server has forgotten it, many at a time too', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000 });
    for (let round = 0; round < 2; round += 1) {
      await redis.command('SCRIPT', 'FLUSH');
      const replies = await Promise.all(Array.from({ length: 100 }, async (_, index) => connection.script(ECHO, [], [index])));
      expect(replies).toEqual(Array.from({ length: 100 }, (_, index) => String(index)));
    }
  });

  it('says at once that nobody is there, and comes when somebody is', async () => {
    await using redis = await startRedis();
    await redis.stop();
    await using connection = createRedisConnection({ url: redis.url, probeEveryMs: 50 });
    await connection.ready();
    expect(connection.isDegraded).toBe(true);
    expect(await reasonOf(connection.command(['PING']))).toBe('not-connected');
    const back = restored(connection);
    await redis.restart();
    await back;
    expect(connection.isDegraded).toBe(false);
  });

  it('opens its breaker on a frozen server instead of letting calls wait, and closes it by itself', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 30, firstConnectTimeoutMs: 5_000, probeEveryMs: 50, breakerFailures: 3 });
    await connection.ready();
    redis.pause();
    const reasons = [];
    for (let call = 0; call < 4; call += 1) reasons.push(await reasonOf(connection.script(ECHO, [], ['x'])));
    expect(reasons).toEqual(['timeout', 'timeout', 'timeout', 'breaker-open']);
    expect(connection.isDegraded).toBe(true);
    const back = restored(connection);
    redis.resume();
    await back;
    expect(await connection.script(ECHO, [], ['again'])).toBe('again');
  });

  it('takes a pause of our own event loop for no fault of the server', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 600, firstConnectTimeoutMs: 5_000, breakerFailures: 1 });
    await connection.script(ECHO, [], ['known']);
    for (const isSent of [false, true]) {
      // From here the timers come round before the commands leave.
      await nextTurn();
      const replies = Promise.all(Array.from({ length: 50 }, async (_, index) => connection.script(ECHO, [], [index])));
      // Commands leave at the end of a turn: the pause comes before they are sent, or before the replies are read.
      if (isSent) await nextTurn();
      const end = performance.now() + 900;
      while (performance.now() < end);
      expect(await replies).toHaveLength(50);
      expect(connection.isDegraded).toBe(false);
    }
  });

  it('takes many commands that fail together for one failure', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 250, firstConnectTimeoutMs: 5_000, breakerFailures: 2 });
    await connection.ready();
    redis.pause();
    const reasons = await Promise.all(Array.from({ length: 50 }, () => reasonOf(connection.script(ECHO, [], ['x']))));
    expect(new Set(reasons)).toEqual(new Set(['timeout']));
    expect(connection.isDegraded).toBe(false);
    expect(await reasonOf(connection.command(['PING']))).toBe('timeout');
    expect(connection.isDegraded).toBe(true);
    redis.resume();
  });

  it('waits longer for what cannot be done without', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 30, firstConnectTimeoutMs: 5_000 });
    await connection.ready();
    redis.pause();
    const patient = connection.script(ECHO, [], ['worth it'], 200);
    expect(await reasonOf(connection.command(['PING']))).toBe('timeout');
    redis.resume();
    expect(await patient).toBe('worth it');
  });

  it.each([9, 60_001, Number.NaN])('refuses a time limit of %d ms', (commandTimeoutMs) => {
    expect(() => createRedisConnection({ url: 'redis://127.0.0.1:9', commandTimeoutMs })).toThrow('commandTimeoutMs must be 10 to 60000');
  });

  it('works again after a crash and a restart, with commands that were under way failed and not sent twice', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, commandTimeoutMs: 5_000, firstConnectTimeoutMs: 5_000, probeEveryMs: 50 });
    await connection.command(['SET', 'counter', 0]);
    redis.pause();
    const lost = reasonOf(connection.command(['INCR', 'counter']));
    await redis.stop();
    expect(await lost).toBe('connection-lost');
    const back = restored(connection);
    await redis.restart();
    await back;
    expect(await connection.command(['GET', 'counter'])).toBeNull();
    expect(await connection.script(ECHO, [], ['x'])).toBe('x');
  });

  it('hears messages again after a restart, and says that it missed some', async () => {
    await using redis = await startRedis();
    await using connection = createRedisConnection({ url: redis.url, firstConnectTimeoutMs: 5_000, probeEveryMs: 50 });
    const heard: string[] = [];
    let listening = 0;
    let changed: () => void = () => undefined;
    const until = async (isDone: () => boolean) => {
      while (!isDone()) await new Promise<void>((resolve) => { changed = resolve; });
    };
    const stop = connection.subscribe('news', (message) => { heard.push(message); changed(); }, () => { listening += 1; changed(); });
    await until(() => listening === 1);
    await redis.command('PUBLISH', 'news', 'one');
    await until(() => heard.length === 1);
    await redis.restart();
    await until(() => listening === 2);
    await redis.command('PUBLISH', 'news', 'two');
    await until(() => heard.length === 2);
    expect(heard).toEqual(['one', 'two']);
    stop();
  });

  it('shows neither password nor values in its errors', async () => {
    await using redis = await startRedis();
    await redis.command('CONFIG', 'SET', 'requirepass', 'right');
    await using connection = createRedisConnection({ url: redis.url.replace('://', '://:wrong-secret@'), firstConnectTimeoutMs: 5_000, commandTimeoutMs: 5_000 });
    const error: unknown = await connection.command(['SET', 'private-key', 'private-value']).catch((reason: unknown) => reason);
    expect(RedisUnavailableError.is(error)).toBe(true);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/secret|private/u);
  });

  it('fails at once and quietly when it is closed, also while it connects', async () => {
    await using redis = await startRedis();
    const connection = createRedisConnection({ url: redis.url });
    await connection.close();
    expect(await reasonOf(connection.command(['PING']))).toBe('closed');
    expect(await redis.command('CLIENT', 'LIST', 'TYPE', 'normal')).toMatch(/^[^\n]*\n$/u);
  });
});
