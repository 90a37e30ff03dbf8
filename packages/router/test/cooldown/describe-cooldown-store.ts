import { describe, expect, it } from '@jest/globals';

import type { CooldownBoardOptions } from '../../src/cooldown/cooldown-board.js';
import type { CooldownEvent, CooldownStore, FailureReport } from '../../src/cooldown/cooldown-store.js';

/** A clock that moves when the test says so. */
export interface ManualClock {
  readonly now: () => number;
  readonly pass: (ms: number) => void;
}

/** Makes one. */
export function manualClock(): ManualClock {
  let time = Date.parse('2026-11-22T12:00:00Z');
  return { now: () => time, pass: (ms) => { time += ms; } };
}

/** Makes a store for one test. */
export type CreateCooldownStore = (options: CooldownBoardOptions) => Promise<AsyncDisposable & { readonly store: CooldownStore }>;

/** What every cooldown store must do in one process. */
export function describeCooldownStore(name: string, create: CreateCooldownStore): void {
  describe(`${name} as a cooldown store`, () => {
    const open = async (options: CooldownBoardOptions = {}) => {
      const clock = manualClock();
      const events: CooldownEvent[] = [];
      const subject = await create({ now: clock.now, random: () => 0.5, onEvent: (event) => events.push(event), ...options });
      const { store } = subject;
      const fail = (change: Partial<FailureReport> = {}) => store.reportFailure({ deployment: 'a', errorClass: 'transient', rule: 'ratio', hasSiblings: true, ...change });
      const limited = (change: Partial<FailureReport> = {}) => fail({ errorClass: 'rate_limit', rule: 'siblings', ...change });
      const succeed = () => { store.reportSuccess({ deployment: 'a' }); };
      return { store, clock, events, fail, limited, succeed, phase: () => store.phase('a'), [Symbol.asyncDispose]: () => subject[Symbol.asyncDispose]() };
    };

    it('does not cool on one failure of one request', async () => {
      await using subject = await open();
      expect(subject.fail()).toBeUndefined();
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('cools when more than half of at least five requests have failed', async () => {
      await using subject = await open();
      for (let failure = 0; failure < 4; failure += 1) expect(subject.fail()).toBeUndefined();
      expect(subject.fail()).toMatchObject({ kind: 'cooled', deployment: 'a', durationMs: 5_000 });
      expect(subject.phase()).toEqual({ phase: 'cooling', remainingMs: 5_000, errorClass: 'transient' });
    });

    it('does not cool at exactly half, and forgets what is older than the window', async () => {
      await using subject = await open();
      for (let request = 0; request < 5; request += 1) {
        subject.succeed();
        subject.fail();
      }
      expect(subject.phase()).toEqual({ phase: 'closed' });
      subject.clock.pass(70_000);
      for (let failure = 0; failure < 4; failure += 1) subject.fail();
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('keeps to the longer of what the provider asks for and what the deployment has of its own', async () => {
      await using subject = await open({ jitter: 0 });
      subject.limited({ retryAfterMs: 1_000, cooldownMs: 20_000 });
      expect(subject.phase()).toMatchObject({ remainingMs: 20_000 });
      subject.limited({ deployment: 'b', retryAfterMs: 30_000, cooldownMs: 20_000 });
      expect(subject.store.phase('b')).toMatchObject({ remainingMs: 30_000 });
    });

    it('cools after so many failures in a row, however well it did before', async () => {
      await using subject = await open({ consecutiveFailures: 3 });
      for (let request = 0; request < 100; request += 1) subject.succeed();
      subject.fail();
      subject.fail();
      subject.succeed();
      subject.fail();
      subject.fail();
      expect(subject.phase()).toEqual({ phase: 'closed' });
      expect(subject.fail()).toMatchObject({ kind: 'cooled', durationMs: 5_000 });
    });

    it('counts no row of failures that are a window apart, none alone in a group, and none where a number is allowed', async () => {
      await using subject = await open({ consecutiveFailures: 3, minSamples: 100 });
      for (let failure = 0; failure < 5; failure += 1) {
        subject.fail();
        subject.clock.pass(60_001);
      }
      for (let failure = 0; failure < 5; failure += 1) subject.fail({ hasSiblings: false });
      for (let failure = 0; failure < 4; failure += 1) subject.fail({ allowedFails: 100 });
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('lets the rule of failures in a row be switched off', async () => {
      await using subject = await open({ consecutiveFailures: 0, minSamples: 100 });
      for (let failure = 0; failure < 50; failure += 1) subject.fail();
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('cools at once on a rate limit when there are siblings, and never without', async () => {
      await using subject = await open();
      for (let failure = 0; failure < 50; failure += 1) subject.limited({ hasSiblings: false });
      expect(subject.phase()).toEqual({ phase: 'closed' });
      subject.limited();
      expect(subject.phase()).toMatchObject({ phase: 'cooling' });
    });

    it('cools a deployment without siblings on overwhelming evidence only', async () => {
      await using subject = await open({ minSamplesAlone: 20 });
      for (let failure = 0; failure < 19; failure += 1) subject.fail({ hasSiblings: false });
      expect(subject.phase()).toEqual({ phase: 'closed' });
      subject.fail({ hasSiblings: false });
      expect(subject.phase()).toMatchObject({ phase: 'cooling' });
    });

    it('takes no class as evidence whose rule is never', async () => {
      await using subject = await open({ minSamples: 1, allowedFails: 0 });
      for (let failure = 0; failure < 10; failure += 1) subject.fail({ rule: 'never' });
      subject.fail({ rule: 'never', isProbe: true });
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('allows so many failures, and cools at the next one', async () => {
      await using subject = await open({ allowedFails: 3 });
      for (let failure = 0; failure < 3; failure += 1) subject.fail();
      expect(subject.phase()).toEqual({ phase: 'closed' });
      subject.fail();
      expect(subject.phase()).toMatchObject({ phase: 'cooling' });
    });

    it('takes zero allowed failures as a value, and numbers for each class and deployment', async () => {
      await using subject = await open({ allowedFails: 3 });
      subject.fail({ allowedFails: { transient: 1, timeout: 0 } });
      expect(subject.phase()).toEqual({ phase: 'closed' });
      subject.fail({ allowedFails: { transient: 1, timeout: 0 }, errorClass: 'timeout' });
      expect(subject.phase()).toMatchObject({ phase: 'cooling', errorClass: 'timeout' });
    });

    it('never cools a deployment whose cooldown is zero', async () => {
      await using subject = await open({ minSamples: 1 });
      for (const rule of ['ratio', 'siblings', 'long', 'until-reload'] as const) subject.fail({ rule, cooldownMs: 0, retryAfterMs: 9_000 });
      expect(subject.phase()).toEqual({ phase: 'closed' });
    });

    it('keeps to what the provider asks for, up to a limit, and shows the time that is left', async () => {
      await using subject = await open({ random: () => 0 });
      subject.limited({ retryAfterMs: 30_000 });
      subject.clock.pass(10_000);
      expect(subject.phase()).toMatchObject({ remainingMs: 20_000 });
      subject.limited({ retryAfterMs: 86_400_000 });
      expect(subject.phase()).toMatchObject({ remainingMs: 600_000 });
    });

    it('is not lengthened by requests that were under way when it was sent out', async () => {
      await using subject = await open();
      subject.limited();
      for (let failure = 0; failure < 10; failure += 1) subject.limited();
      expect(subject.phase()).toMatchObject({ remainingMs: 5_000 });
      expect(subject.store.list()).toMatchObject([{ strikes: 1 }]);
      expect(subject.events).toHaveLength(1);
    });

    it('doubles with each failed probe up to the cap, and begins anew after a good one', async () => {
      await using subject = await open({ baseMs: 1_000, maxMs: 5_000, rampStageMs: 0 });
      subject.limited();
      const lengths: number[] = [];
      for (let probe = 0; probe < 4; probe += 1) {
        const phase = subject.phase();
        lengths.push(phase.phase === 'cooling' ? phase.remainingMs : -1);
        subject.clock.pass(5_000);
        expect(await subject.store.claimProbe('a')).toBe(true);
        subject.fail({ isProbe: true, hasSiblings: false });
      }
      expect(lengths).toEqual([1_000, 2_000, 4_000, 5_000]);
      subject.clock.pass(5_000);
      await subject.store.claimProbe('a');
      subject.store.reportSuccess({ deployment: 'a', isProbe: true });
      expect(subject.phase()).toEqual({ phase: 'closed' });
      expect(subject.limited()).toMatchObject({ durationMs: 1_000 });
    });

    it('admits one probe, and another when the first was given back or lost', async () => {
      await using subject = await open({ probeMs: 30_000 });
      subject.limited();
      expect(await subject.store.claimProbe('a')).toBe(false);
      subject.clock.pass(5_000);
      expect(subject.phase()).toMatchObject({ phase: 'half-open', isProbed: false });
      const claims = await Promise.all(Array.from({ length: 5 }, async () => subject.store.claimProbe('a')));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(subject.phase()).toMatchObject({ phase: 'half-open', isProbed: true });
      subject.store.releaseProbe('a');
      expect(await subject.store.claimProbe('a')).toBe(true);
      subject.clock.pass(30_000);
      expect(subject.phase()).toMatchObject({ isProbed: false });
    });

    it('comes back in steps: a tenth, a half, all', async () => {
      let dice = 0.05;
      await using subject = await open({ random: () => dice });
      subject.limited();
      subject.clock.pass(10_000);
      await subject.store.claimProbe('a');
      subject.store.reportSuccess({ deployment: 'a', isProbe: true });
      expect(subject.phase()).toMatchObject({ phase: 'ramping', share: 0.1 });
      expect(subject.store.admitsRamp('a')).toBe(true);
      dice = 0.3;
      expect(subject.store.admitsRamp('a')).toBe(false);
      subject.clock.pass(5_000);
      expect(subject.phase()).toMatchObject({ phase: 'ramping', share: 0.5 });
      expect(subject.store.admitsRamp('a')).toBe(true);
      subject.clock.pass(5_000);
      expect(subject.phase()).toEqual({ phase: 'closed' });
      expect(subject.store.list()).toEqual([]);
    });

    it('sends a deployment out again when it fails on its way back', async () => {
      await using subject = await open();
      subject.limited();
      subject.clock.pass(5_000);
      await subject.store.claimProbe('a');
      subject.store.reportSuccess({ deployment: 'a', isProbe: true });
      for (let request = 0; request < 10; request += 1) subject.succeed();
      subject.fail();
      expect(subject.phase()).toMatchObject({ phase: 'ramping' });
      subject.fail();
      expect(subject.phase()).toMatchObject({ phase: 'cooling' });
    });

    it('moves ends at random by a fifth, and those of a provider later only', async () => {
      let dice = 0;
      await using subject = await open({ random: () => dice });
      const lengthOf = (deployment: string, retryAfterMs?: number) => subject.limited({ deployment, ...(retryAfterMs !== undefined && { retryAfterMs }) })?.durationMs;
      expect([lengthOf('b'), lengthOf('c', 10_000)]).toEqual([4_000, 10_000]);
      dice = 0.999_999;
      expect([lengthOf('d'), lengthOf('e', 10_000)]).toEqual([6_000, 12_000]);
    });

    it('cools an account without credit for long, and a model that is gone until somebody resets it', async () => {
      await using subject = await open({ longMs: 600_000 });
      subject.fail({ rule: 'long', hasSiblings: false });
      expect(subject.phase()).toMatchObject({ phase: 'cooling', remainingMs: 600_000 });
      subject.fail({ deployment: 'b', rule: 'until-reload', hasSiblings: false });
      subject.clock.pass(365 * 86_400_000);
      expect(subject.store.phase('b')).toMatchObject({ phase: 'cooling' });
      subject.store.reset('b');
      expect(subject.store.phase('b')).toEqual({ phase: 'closed' });
    });

    it('keeps deployments apart', async () => {
      await using subject = await open();
      subject.limited();
      expect(subject.store.phase('b')).toEqual({ phase: 'closed' });
      expect(subject.store.list().map(({ deployment }) => deployment)).toEqual(['a']);
    });

    it('takes over new options and refuses impossible ones', async () => {
      await using subject = await open();
      subject.store.reconfigure({ baseMs: 9_000, jitter: 0 });
      expect(subject.limited()).toMatchObject({ durationMs: 9_000 });
      expect(() => { subject.store.reconfigure({ jitter: 2 }); }).toThrow('jitter must be 0 to 0.5, got 2');
      expect(() => { subject.store.reconfigure({ baseMs: -1 }); }).toThrow('baseMs must be 0 or more');
    });
  });
}
