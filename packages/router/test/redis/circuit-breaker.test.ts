import { describe, expect, it } from '@jest/globals';

import { createCircuitBreaker } from '../../src/redis/circuit-breaker.js';

function breakerAt() {
  let time = 0;
  const changes: boolean[] = [];
  const breaker = createCircuitBreaker({
    failures: 3,
    gapMs: 25,
    now: () => time,
    probe: () => Promise.reject(new Error('still sick')),
    onChange: (isOpen) => changes.push(isOpen),
  });
  return { breaker, changes, at: (ms: number) => { time = ms; } };
}

describe('A circuit breaker', () => {
  it('counts what fails together as one failure', () => {
    const { breaker, changes } = breakerAt();
    for (let command = 0; command < 50; command += 1) breaker.fail();
    expect(breaker.isOpen).toBe(false);
    expect(changes).toEqual([]);
    breaker.close();
  });

  it('opens on failures that are spread over time', () => {
    const { breaker, changes, at } = breakerAt();
    for (const ms of [0, 10, 25, 40]) {
      at(ms);
      breaker.fail();
    }
    expect(breaker.isOpen).toBe(false);
    at(50);
    breaker.fail();
    expect(breaker.isOpen).toBe(true);
    expect(changes).toEqual([true]);
    breaker.close();
  });

  it('begins anew after a success', () => {
    const { breaker, at } = breakerAt();
    for (const ms of [0, 30, 60, 90]) {
      at(ms);
      if (ms === 60) breaker.succeed();
      else breaker.fail();
    }
    at(91);
    breaker.fail();
    expect(breaker.isOpen).toBe(false);
    breaker.close();
  });
});
