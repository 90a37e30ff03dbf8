import type { PostResult } from './post.js';

/** What a queue needs. */
export interface BatchQueueOptions<Item> {
  /** Items that may be undelivered at any time, those on their way included. */
  readonly capacity: number;
  /** Characters of them that may be undelivered at any time. */
  readonly characters: number;
  /** Delivers one batch. It must not reject. */
  readonly send: (batch: readonly Item[]) => Promise<PostResult>;
  /** Told of what became of items: delivered, or dropped for a reason. */
  readonly onSettled: (count: number, droppedFor: string | undefined, stage: 'queue' | 'export') => void;
  /** @default Date.now */
  readonly now?: () => number;
  /** Between 0 and 1. @default Math.random */
  readonly random?: () => number;
}

/** Items that wait for delivery, bounded in number and in size. */
export interface BatchQueue<Item> {
  /** Takes an item, or drops it when there is no room. */
  push(item: Item, characters: number): void;
  /** Delivers everything, at once and past any pause; resolves when nothing is left or the time is up. */
  flush(timeoutMs: number): Promise<boolean>;
  /** What was not delivered yet, for the last chance at the end of the process. */
  undelivered(): Item[];
  /** How many items are undelivered. */
  size(): number;
  /** Whether the last delivery failed, so that another attempt is likely in vain. */
  isFailing(): boolean;
  close(): void;
}

const BATCH = 512;
/** Deliveries under way at one time. */
const CONCURRENT = 4;
const DELAY_MS = 1000;
/** The first items come quickly, so that a person who tries it out sees something. */
const EAGER_DELAY_MS = 100;
const EAGER_ITEMS = 10;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
const FLUSH_PAUSES_MS = [100, 400];

interface Entry<Item> {
  readonly item: Item;
  readonly characters: number;
}

/** Makes a queue. Its timers never keep the process alive. */
export function createBatchQueue<Item>(options: BatchQueueOptions<Item>): BatchQueue<Item> {
  const { capacity, characters: maxCharacters, send, onSettled, now = Date.now, random = Math.random } = options;
  let waiting: Entry<Item>[] = [];
  const sending = new Set<readonly Entry<Item>[]>();
  let count = 0;
  let characters = 0;
  let taken = 0;
  let failures = 0;
  let pausedUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let onIdle: (() => void)[] = [];

  return {
    push(item, size) {
      if (isClosed || count >= capacity || characters + size > maxCharacters) {
        onSettled(1, isClosed ? 'already_shutdown' : 'queue_full', 'queue');
        return;
      }
      waiting.push({ item, characters: size });
      count += 1;
      characters += size;
      taken += 1;
      if (waiting.length >= BATCH) sendWaiting(BATCH);
      if (waiting.length > 0) schedule();
    },

    async flush(timeoutMs) {
      if (count === 0) return true;
      const deadline = now() + timeoutMs;
      pausedUntil = 0;
      let retries = 0;
      let isFirst = true;
      while (count > 0) {
        const left = deadline - now();
        if (left <= 0 || isClosed) break;
        // Somebody waits for this, often the end of a process: a place that fails gets two more chances, soon.
        if (!isFirst && failures > 0) {
          const pauseMs = FLUSH_PAUSES_MS[retries++];
          if (pauseMs === undefined || pauseMs >= left) break;
          await wait(pauseMs);
          pausedUntil = 0;
        }
        isFirst = false;
        sendWaiting(1);
        if (sending.size > 0) await idle(deadline - now());
      }
      return count === 0;
    },

    undelivered: () => [...[...sending].flat(), ...waiting].map(({ item }) => item),
    size: () => count,
    isFailing: () => failures > 0,
    close() {
      isClosed = true;
      clearTimeout(timer);
      if (waiting.length > 0) settle(waiting, 'already_shutdown');
      waiting = [];
    },
  };

  function schedule(): void {
    if (timer !== undefined || isClosed) return;
    const pauseMs = Math.max(0, pausedUntil - now());
    timer = setTimeout(() => {
      timer = undefined;
      sendWaiting(1);
    }, Math.max(pauseMs, taken <= EAGER_ITEMS ? EAGER_DELAY_MS : DELAY_MS));
    timer.unref();
  }

  /** Sends while at least so many items wait. A place that fails is asked with one batch at a time. */
  function sendWaiting(least: number): void {
    while (waiting.length >= least && waiting.length > 0 && sending.size < (failures > 0 ? 1 : CONCURRENT) && now() >= pausedUntil) {
      const batch = waiting.length <= BATCH ? waiting : waiting.slice(0, BATCH);
      waiting = waiting.length <= BATCH ? [] : waiting.slice(BATCH);
      sending.add(batch);
      void deliver(batch);
    }
  }

  async function deliver(batch: Entry<Item>[]): Promise<void> {
    const result = await send(batch.map(({ item }) => item));
    sending.delete(batch);
    switch (result.kind) {
      case 'accepted':
        failures = 0;
        settle(batch, undefined);
        break;
      case 'refused':
        // Trying again would be refused again.
        failures += 1;
        settle(batch, result.reason);
        break;
      case 'retry':
        failures += 1;
        if (isClosed) settle(batch, result.reason);
        else {
          waiting = [...batch, ...waiting];
          const pauseMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 10)) * (0.8 + 0.4 * random());
          pausedUntil = now() + Math.min(LONGEST_PAUSE_MS, result.afterMs ?? pauseMs);
        }
        break;
    }
    if (sending.size === 0) {
      const idled = onIdle;
      onIdle = [];
      for (const tell of idled) tell();
    }
    if (result.kind === 'accepted') sendWaiting(BATCH);
    if (waiting.length > 0) schedule();
  }

  function settle(batch: readonly Entry<Item>[], droppedFor: string | undefined): void {
    count -= batch.length;
    for (const entry of batch) characters -= entry.characters;
    onSettled(batch.length, droppedFor, 'export');
  }

  /** Resolves when nothing is on its way, or when the time is up. */
  function idle(timeoutMs: number): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, Math.max(0, timeoutMs));
      onIdle.push(() => {
        clearTimeout(late);
        resolve();
      });
    });
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
}
