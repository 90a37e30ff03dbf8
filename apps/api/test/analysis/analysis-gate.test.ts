import { describe, expect, it } from '@jest/globals';

import { createAnalysisGate } from '../../src/analysis/analysis-gate.js';
import { ApiError } from '../../src/problems/api-error.js';
import { deferred } from '../support/deferred.js';

const never = new AbortController().signal;

describe('createAnalysisGate', () => {
  it('runs no more than it may at a time, in the order of the calls', async () => {
    const gate = createAnalysisGate({ maxRunning: 2, maxPending: 10 });
    const log: string[] = [];
    let running = 0;
    let most = 0;
    const task = (name: string) => async () => {
      most = Math.max(most, (running += 1));
      log.push(name);
      for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
      running -= 1;
      return name;
    };
    const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => gate.run(task(name), never)));
    expect([results.join(''), log.join(''), most]).toEqual(['abcde', 'abcde', 2]);
  });

  it('gives the event loop a turn between any two tasks that hold it', async () => {
    const gate = createAnalysisGate({ maxRunning: 5, maxPending: 10 });
    let turn = 0;
    const count = () => {
      turn += 1;
      immediate = setImmediate(count);
    };
    let immediate = setImmediate(count);
    const turns = await Promise.all(Array.from({ length: 5 }, () => gate.run(async () => turn, never)));
    clearImmediate(immediate);
    expect(new Set(turns).size).toBe(5);
  });

  it('goes on after a task that failed', async () => {
    const gate = createAnalysisGate({ maxRunning: 1, maxPending: 10 });
    const failing = gate.run(() => Promise.reject(new Error('broken')), never);
    const next = gate.run(async () => 'fine', never);
    await expect(failing).rejects.toThrow('broken');
    await expect(next).resolves.toBe('fine');
  });

  it('takes a task out of the line when its signal aborts, and skips none behind it', async () => {
    const gate = createAnalysisGate({ maxRunning: 1, maxPending: 10 });
    const hold = deferred();
    const first = gate.run(() => hold.promise, never);
    const controller = new AbortController();
    let hasRun = false;
    const second = gate.run(async () => {
      hasRun = true;
    }, controller.signal);
    const third = gate.run(async () => 'third', never);
    controller.abort(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    hold.resolve();
    await first;
    await expect(third).resolves.toBe('third');
    expect(hasRun).toBe(false);
  });

  it('runs nothing for a signal that has aborted already', async () => {
    const gate = createAnalysisGate({ maxRunning: 1, maxPending: 10 });
    await expect(gate.run(async () => 'run', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    await expect(gate.run(async () => 'run', never)).resolves.toBe('run');
  });

  it('lets in so many and no more, and counts a place once however often it is given back', () => {
    const gate = createAnalysisGate({ maxRunning: 1, maxPending: 2 });
    const leave = gate.enter();
    gate.enter();
    expect(() => gate.enter()).toThrow(ApiError);
    leave();
    leave();
    gate.enter();
    expect(() => gate.enter()).toThrow(ApiError);
  });
});
