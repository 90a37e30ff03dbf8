import { describe, expect, it } from '@jest/globals';

import { createRandom } from '@discord-intelligence/testing/random';

import { createMemoryRateLimitStore } from '../../src/limits/memory-rate-limit-store.js';

import { describeRateLimitStore, grantOf } from './describe-rate-limit-store.js';

describeRateLimitStore('The memory store', async () => ({ store: createMemoryRateLimitStore(), settled: async () => undefined, [Symbol.asyncDispose]: async () => undefined }));

describe('The memory store', () => {
  it('frees places when the window has passed', () => {
    let time = 1_763_800_000_000;
    const store = createMemoryRateLimitStore({ now: () => time });
    const acquire = () => store.acquire({ key: 'a', rpm: 2, tokens: 1 });
    expect([acquire(), acquire(), acquire()]).toMatchObject([{ ok: true }, { ok: true }, { ok: false, retryAfterMs: 60_000 }]);
    time += 59_999;
    expect(acquire()).toMatchObject({ ok: false, retryAfterMs: 1 });
    time += 1;
    expect(acquire()).toMatchObject({ ok: true });
  });

  it('never lets more than the limit through in any span of 60 seconds, and always what retryAfterMs promised', () => {
    const seed = 11;
    const random = createRandom(seed);
    let time = 0;
    const store = createMemoryRateLimitStore({ now: () => time });
    const admitted: number[] = [];
    let promised = 0;
    for (let step = 0; step < 6_000; step += 1) {
      time += Math.floor(random() * 800);
      const outcome = store.acquire({ key: 'a', rpm: 50, tokens: 0 });
      if (outcome instanceof Promise) throw new Error('The memory store answers at once');
      if (outcome.ok) {
        admitted.push(time);
        promised = 0;
      } else {
        expect({ seed, step, isKept: promised === 0 || time < promised }).toEqual({ seed, step, isKept: true });
        promised = time + outcome.retryAfterMs;
      }
    }
    for (let index = 50; index < admitted.length; index += 1) expect(admitted[index]! - admitted[index - 50]!).toBeGreaterThanOrEqual(60_000);
    expect(admitted.length).toBeGreaterThan(50 * 6_000 * 0.4 / 60 * 0.85);
  });

  it('forgets what a grant of a past window corrects', () => {
    let time = 0;
    const store = createMemoryRateLimitStore({ now: () => time });
    const outcome = store.acquire({ key: 'a', tokens: 10 });
    if (outcome instanceof Promise) throw new Error('The memory store answers at once');
    time += 60_000;
    expect(store.usage('a')).toEqual({ requests: 0, tokens: 0 });
    grantOf(outcome).settle(500);
    expect(store.usage('a')).toEqual({ requests: 0, tokens: 0 });
  });
});
