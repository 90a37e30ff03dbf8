import { describe, expect, it } from '@jest/globals';

import type { RateLimitStore, RateOutcome } from '../../src/limits/rate-limit-store.js';

/** One implementation under test. */
export interface RateLimitStoreSubject extends AsyncDisposable {
  readonly store: RateLimitStore;
  /** Resolves when what was corrected counts. */
  settled(): Promise<void>;
}

/** The grant of an outcome that must have one. */
export function grantOf(outcome: RateOutcome) {
  if (!outcome.ok) throw new Error(`Refused by ${outcome.limit}`);
  return outcome.grant;
}

/** What every store of rate limits must do. */
export function describeRateLimitStore(name: string, create: () => Promise<RateLimitStoreSubject>): void {
  describe(`${name} as a store of rate limits`, () => {
    it('lets exactly as many requests through as allowed when all come at once', async () => {
      await using subject = await create();
      const outcomes = await Promise.all(Array.from({ length: 10 }, async () => subject.store.acquire({ key: 'a', rpm: 5, tokens: 1 })));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(5);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ limit: 'rpm' });
    });

    it('says which limit refuses and for how long', async () => {
      await using subject = await create();
      await subject.store.acquire({ key: 'a', tpm: 100, tokens: 90 });
      const refused = await subject.store.acquire({ key: 'a', tpm: 100, rpm: 10, tokens: 11 });
      expect(refused).toMatchObject({ ok: false, limit: 'tpm' });
      const { retryAfterMs } = refused as { readonly retryAfterMs: number };
      expect(retryAfterMs).toBeGreaterThan(50_000);
      expect(retryAfterMs).toBeLessThanOrEqual(60_000);
    });

    it('replaces the estimate by the real number of tokens', async () => {
      await using subject = await create();
      const first = grantOf(await subject.store.acquire({ key: 'a', tpm: 100, tokens: 90 }));
      first.settle(30);
      first.settle(99);
      await subject.settled();
      expect(await subject.store.acquire({ key: 'a', tpm: 100, tokens: 70 })).toMatchObject({ ok: true });
      expect(await subject.store.acquire({ key: 'a', tpm: 100, tokens: 1 })).toMatchObject({ ok: false });
    });

    it('gives a place back that was not used', async () => {
      await using subject = await create();
      const first = grantOf(await subject.store.acquire({ key: 'a', rpm: 1, tpm: 10, tokens: 10 }));
      first.cancel();
      first.cancel();
      await subject.settled();
      expect(await subject.store.acquire({ key: 'a', rpm: 1, tpm: 10, tokens: 10 })).toMatchObject({ ok: true });
      expect(await subject.store.acquire({ key: 'a', rpm: 1, tpm: 10, tokens: 10 })).toMatchObject({ ok: false });
    });

    it('lets a request that is larger than the whole limit through alone', async () => {
      await using subject = await create();
      expect(await subject.store.acquire({ key: 'a', tpm: 100, tokens: 5_000 })).toMatchObject({ ok: true });
      expect(await subject.store.acquire({ key: 'a', tpm: 100, tokens: 1 })).toMatchObject({ ok: false });
    });

    it('takes zero as a limit', async () => {
      await using subject = await create();
      expect(await subject.store.acquire({ key: 'a', rpm: 0, tokens: 1 })).toMatchObject({ ok: false, limit: 'rpm', retryAfterMs: 60_000 });
      expect(await subject.store.acquire({ key: 'a', tpm: 0, tokens: 0 })).toMatchObject({ ok: false, limit: 'tpm', retryAfterMs: 60_000 });
    });

    it('keeps deployments apart, and counts those without limits as well', async () => {
      await using subject = await create();
      grantOf(await subject.store.acquire({ key: 'free', tokens: 10 })).settle(25);
      expect(await subject.store.acquire({ key: 'a', rpm: 1, tokens: 7 })).toMatchObject({ ok: true });
      await subject.settled();
      expect(subject.store.usage('free')).toEqual({ requests: 1, tokens: 25 });
      expect(subject.store.usage('a')).toEqual({ requests: 1, tokens: 7 });
      expect(subject.store.usage('nobody')).toEqual({ requests: 0, tokens: 0 });
    });
  });
}
