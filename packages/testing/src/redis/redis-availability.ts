import { spawnSync } from 'node:child_process';

/** Name of the program, looked up on the PATH. */
export const REDIS_PROGRAM = 'redis-server';

/** Whether a Redis server can be started here. */
export function isRedisAvailable(program = REDIS_PROGRAM): boolean {
  return redisSkipReason(program) === undefined;
}

/**
 * Why no Redis server can be started here, in one line; `undefined` when one can.
 *
 * @example
 * const skip = redisSkipReason();
 * if (skip) console.warn(skip);
 * (skip ? describe.skip : describe)('with Redis', () => { ... });
 */
export function redisSkipReason(program = REDIS_PROGRAM): string | undefined {
  const { error, status } = spawnSync(program, ['--version'], { stdio: 'ignore' });
  if (error) return `Skipped: there is no ${program} on the PATH (Debian: apt-get install redis-server).`;
  return status === 0 ? undefined : `Skipped: "${program} --version" ended with status ${String(status)}.`;
}
