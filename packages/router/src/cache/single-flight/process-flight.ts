import { type CacheRedisKeys, createCacheRedisKeys } from '../../redis/redis-keys.js';
import type { StopSignal } from '../../stop-signal.js';
import type { CacheRedis } from '../cache-redis.js';
import { createTextCodec } from '../exact/text-codec.js';

import { ENTER_FLIGHT, LAND_FLIGHT, RENEW_FLIGHT } from './flight-scripts.js';
import { reasonOf } from './wait-for.js';
import { createWakeUp } from './wake-up.js';

/** How processes wait for each other. */
export interface ProcessFlightOptions {
  readonly redis: CacheRedis;
  /** @default names under `di:router` */
  readonly keys?: CacheRedisKeys;
  /**
   * Milliseconds after which the others take over from a process that died, from 100. A living one
   * renews it three times in that time.
   * @default 5000
   */
  readonly leaseMs?: number;
  /**
   * Milliseconds that an answer stays for those who wait.
   * @default 5000
   */
  readonly resultTtlMs?: number;
  /**
   * Milliseconds that anybody waits for another process, at most.
   * @default 30000
   */
  readonly maxWaitMs?: number;
  /**
   * Characters of an answer after compression; a larger one is not passed on.
   * @default 1,000,000
   */
  readonly maxValueLength?: number;
  /** Spreads the polls. @default Math.random */
  readonly random?: () => number;
}

/** An answer on its way to those who wait. */
export interface Landing {
  readonly text: string;
  /** Whether it is for everybody who asks in the next seconds, or only for those who wait already. */
  readonly isForAll: boolean;
}

/** What a process is to do. */
export type FlightEntry =
  /** Work, then land: with the answer, or with nothing when it failed. `land` never rejects. */
  | { readonly kind: 'lead'; readonly land: (landing?: Landing) => Promise<void> }
  /** Another process has the answer. */
  | { readonly kind: 'landed'; readonly text: string }
  /** Work without telling anybody: Redis is away, or the wait was too long. */
  | { readonly kind: 'alone'; readonly reason: 'unavailable' | 'waited' };

/** Does equal work in one of several processes. */
export interface ProcessFlight {
  /**
   * Takes the lead of a piece of work, or waits for the process that has it. Ends within `maxWaitMs`.
   * @throws The reason of the signal.
   */
  enter(key: string, options?: { readonly signal?: StopSignal | undefined; readonly maxWaitMs?: number | undefined }): Promise<FlightEntry>;
}

const DEFAULTS = { leaseMs: 5_000, resultTtlMs: 5_000, maxWaitMs: 30_000, maxValueLength: 1_000_000, random: Math.random } as const;

/** Texts of this length or more are compressed on their way. */
const COMPRESS_FROM = 2_048;

/** Polls are only the net below the message: the first after this time, then half as often each time. */
const FIRST_POLL_MS = 50;

/** Longest pause between two polls, and so the longest delay of a take-over after the lease. */
const MAX_POLL_MS = 500;

/**
 * One process holds a token in Redis while it works; the others wait for its message and poll with
 * jitter. When its lease ends, the first of them to look takes over.
 *
 * @throws RangeError When the lease is shorter than 100 ms.
 */
export function createProcessFlight({ redis, ...options }: ProcessFlightOptions): ProcessFlight {
  const { keys = createCacheRedisKeys(), leaseMs, resultTtlMs, maxWaitMs: longestWaitMs, maxValueLength, random } = { ...DEFAULTS, ...options };
  if (!(leaseMs >= 100)) throw new RangeError(`leaseMs must be 100 or more, got ${leaseMs}`);
  const codec = createTextCodec({ compressFrom: COMPRESS_FROM, maxLength: maxValueLength });

  const lead = (key: string, token: string): FlightEntry => {
    const renewal = setInterval(() => {
      redis.script(RENEW_FLIGHT, [keys.flight(key)], [token, leaseMs]).then(
        (isOurs) => { if (isOurs !== 1) clearInterval(renewal); },
        ignore,
      );
    }, leaseMs / 3);
    renewal.unref();
    return {
      kind: 'lead',
      async land(landing) {
        clearInterval(renewal);
        try {
          const packed = landing && (await codec.pack({ text: landing.text, expiresAt: 0 }));
          const isForAll = landing?.isForAll === true ? '1' : '0';
          await redis.script(LAND_FLIGHT, [keys.flight(key)], [token, packed === undefined ? '' : isForAll, packed ?? '', resultTtlMs, keys.flightChannel(key)]);
        } catch {
          // The others take over when the lease ends.
        }
      },
    };
  };

  /** One look: the end of the wait, or the token of the one who has the lead. */
  const look = async (key: string, token: string, awaited: string): Promise<FlightEntry | { readonly kind: 'wait'; readonly owner: string }> => {
    try {
      const [kind, detail] = (await redis.script(ENTER_FLIGHT, [keys.flight(key)], [token, leaseMs, awaited])) as [string, string?];
      if (kind === 'lead') return lead(key, token);
      if (kind === 'wait') return { kind, owner: detail ?? '' };
      const text = (await codec.unpack(detail ?? ''))?.text;
      return text === undefined ? { kind: 'alone', reason: 'unavailable' } : { kind: 'landed', text };
    } catch {
      return { kind: 'alone', reason: 'unavailable' };
    }
  };

  return {
    async enter(key, { signal, maxWaitMs = longestWaitMs } = {}) {
      if (signal?.aborted) throw reasonOf(signal);
      const token = crypto.randomUUID();
      const deadline = performance.now() + Math.min(maxWaitMs, longestWaitMs);
      let seen = await look(key, token, '');
      if (seen.kind !== 'wait') return seen;

      const wakeUp = createWakeUp();
      const unsubscribe = redis.subscribe(keys.flightChannel(key), wakeUp.wake);
      try {
        for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 2, MAX_POLL_MS)) {
          const leftMs = deadline - performance.now();
          if (leftMs <= 0) return { kind: 'alone', reason: 'waited' };
          await wakeUp.wait(Math.min(pollMs * (0.5 + random()), leftMs), signal);
          if (performance.now() >= deadline) return { kind: 'alone', reason: 'waited' };
          seen = await look(key, token, seen.owner);
          if (seen.kind !== 'wait') return seen;
        }
      } finally {
        unsubscribe();
      }
    },
  };
}

function ignore(): void {
  // The next renewal tries again; without any, the lease ends.
}
