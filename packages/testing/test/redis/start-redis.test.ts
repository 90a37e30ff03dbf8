import { existsSync } from 'node:fs';

import { describe, expect, it, jest } from '@jest/globals';
import { isRedisAvailable, redisSkipReason, startRedis, temporaryFolder } from '@discord-intelligence/testing';

// A server starts in a tenth of a second, on a busy machine in some.
jest.setTimeout(60_000);

const skip = redisSkipReason();
if (skip !== undefined) console.warn(skip);

(skip === undefined ? describe : describe.skip)('a Redis server', () => {
  it('answers when it is started, and is gone at the end of the block', async () => {
    const ports: number[] = [];
    {
      await using redis = await startRedis();
      ports.push(redis.port);
      expect(await redis.command('PING')).toBe('PONG');
      expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`);
      expect(await redis.command('CONFIG', 'GET', 'save')).toEqual(['save', '']);
    }

    await expect(fetch(`http://127.0.0.1:${String(ports[0])}`)).rejects.toThrow();
  });

  it('understands every kind of reply', async () => {
    await using redis = await startRedis({ settings: ['--maxmemory-policy', 'noeviction'] });

    await redis.command('RPUSH', 'list', 'a', 'ünïcode', '');

    expect(await redis.command('LRANGE', 'list', '0', '-1')).toEqual(['a', 'ünïcode', '']);
    expect(await redis.command('LLEN', 'list')).toBe(3);
    expect(await redis.command('GET', 'nothing')).toBeNull();
    expect(await redis.command('EVAL', 'return {1,{2,"x"}}', '0')).toEqual([1, [2, 'x']]);
    expect(await redis.command('CONFIG', 'GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
    await expect(redis.command('NONSENSE')).rejects.toThrow(/unknown command/);
  });

  it('loses everything when it stops, and starts again on the same port', async () => {
    await using redis = await startRedis();
    await redis.command('SET', 'key', 'value');

    await redis.stop();
    await expect(redis.command('PING')).rejects.toThrow(/ECONNREFUSED/);
    await redis.restart();

    expect(await redis.command('GET', 'key')).toBeNull();
  });

  it('answers what waited once it wakes up', async () => {
    await using redis = await startRedis();

    redis.pause();
    const waiting = redis.command('PING');
    redis.resume();

    expect(await waiting).toBe('PONG');
  });

  it('can be thrown away while it is paused', async () => {
    const redis = await startRedis();
    redis.pause();

    await redis[Symbol.asyncDispose]();

    await expect(redis.command('PING')).rejects.toThrow(/ECONNREFUSED/);
  });

  it('runs beside others', async () => {
    await using one = await startRedis();
    await using two = await startRedis();
    await one.command('SET', 'key', 'one');

    expect(await two.command('GET', 'key')).toBeNull();
  });
});

describe('without the program', () => {
  it('says so in one line instead of failing', () => {
    expect(isRedisAvailable('no-such-redis-server')).toBe(false);
    expect(redisSkipReason('no-such-redis-server')).toMatch(/^Skipped: there is no no-such-redis-server on the PATH/);
    expect(redisSkipReason(process.execPath)).toBeUndefined();
  });

  it('rejects a start', async () => {
    await expect(startRedis({ program: 'no-such-redis-server' })).rejects.toThrow(/did not answer PING[^]*ENOENT/);
  });
});

describe('a temporary folder', () => {
  it('is there inside the block and gone after it', async () => {
    const paths: string[] = [];
    {
      await using folder = await temporaryFolder();
      paths.push(folder.path);
      expect(existsSync(folder.path)).toBe(true);
    }

    expect(paths.map((path) => existsSync(path))).toEqual([false]);
  });
});
