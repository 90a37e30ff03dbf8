import { setImmediate as nextTurn } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';

import { createDeadlines } from '../../src/redis/deadlines.js';
import { RedisUnavailableError } from '../../src/redis/errors.js';

/** Keeps the event loop from everything else. */
function block(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const never = new Promise<never>(() => undefined);

describe('Deadlines', () => {
  it('end a wait for something that never comes', async () => {
    const error: unknown = await createDeadlines().within(never, 30).catch((reason: unknown) => reason);
    expect(RedisUnavailableError.is(error) && error.reason).toBe('timeout');
  });

  it('pass on what came, well or not', async () => {
    const { within } = createDeadlines();
    expect(await within(Promise.resolve('value'), 10)).toBe('value');
    const failure = new Error('as it is');
    await expect(within(Promise.reject(failure), 10)).rejects.toBe(failure);
  });

  it('do not count the time in which the loop could not listen', async () => {
    const { within } = createDeadlines();
    let reply: (value: string) => void = () => undefined;
    const answer = within(new Promise<string>((resolve) => { reply = resolve; }), 100);
    block(300);
    // The reply needs two more turns of the loop: one to send, one to read.
    await nextTurn();
    await nextTurn();
    reply('late by the wall clock only');
    expect(await answer).toBe('late by the wall clock only');
  });

  it('end after a bounded number of turns, however long each of them is', async () => {
    let time = 0;
    let turns = 0;
    // Each look at the clock finds that a second has passed.
    const { within } = createDeadlines(() => (time += 1_000));
    const ended = new AbortController();
    const waiting = within(never, 100).catch(() => { ended.abort(); });
    const enough = AbortSignal.timeout(10_000);
    while (!ended.signal.aborted && !enough.aborted) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      turns += 1;
    }
    await waiting;
    expect(turns).toBeLessThan(50);
  });

  it('keep many waits apart', async () => {
    const { within } = createDeadlines();
    const ends: string[] = [];
    await Promise.all([
      within(never, 90).catch(() => ends.push('long')),
      within(never, 20).catch(() => ends.push('short')),
      within(Promise.resolve(), 20).then(() => ends.push('answered')),
    ]);
    expect(ends).toEqual(['answered', 'short', 'long']);
  });
});
