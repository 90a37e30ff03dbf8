import { describe, expect, it } from '@jest/globals';

import { BotError } from '../../src/errors.js';
import { type AdmissionQueue, createAdmissionQueue, type Ticket } from '../../src/queue/admission-queue.js';

/** A task that ends when told to. */
function heldTask() {
  let finish!: (value: string) => void;
  let begin!: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const result = new Promise<string>((resolve) => {
    finish = resolve;
  });
  let signal: AbortSignal | undefined;
  const task = (own: AbortSignal) => {
    signal = own;
    begin();
    return result;
  };
  return {
    task,
    begun,
    finish,
    get signal() {
      return signal;
    },
  };
}

function admit(queue: AdmissionQueue): Ticket {
  const ticket = queue.admit();
  if (!ticket) throw new Error('the queue is full');
  return ticket;
}
const never = () => new Promise<never>(() => undefined);

describe('the admission queue', () => {
  it('admits so many as may run and wait, and no more', () => {
    const queue = createAdmissionQueue({ concurrency: 2, maxWaiting: 1 });
    const tickets = [queue.admit(), queue.admit(), queue.admit(), queue.admit()];

    expect(tickets.map((ticket) => ticket !== undefined)).toEqual([true, true, true, false]);
  });

  it('admits again when a ticket was given back', () => {
    const queue = createAdmissionQueue({ concurrency: 1, maxWaiting: 0 });
    const ticket = admit(queue);
    ticket.release();
    ticket.release();

    expect(queue.admit()).toBeDefined();
    expect(queue.admit()).toBeUndefined();
  });

  it('runs no more at a time than it may, in the order of asking', async () => {
    const queue = createAdmissionQueue({ concurrency: 2, maxWaiting: 5 });
    const order: number[] = [];
    const [first, second, third, fourth] = [heldTask(), heldTask(), heldTask(), heldTask()];
    const runs = [first, second, third, fourth].map(({ task }, index) =>
      admit(queue).run((signal) => {
        order.push(index);
        return task(signal);
      }),
    );
    await Promise.all([first.begun, second.begun]);
    const atFirst = [...order];
    second.finish('one');
    await third.begun;
    const afterOne = [...order];
    for (const { finish } of [first, third, fourth]) finish('done');

    expect(await Promise.all(runs)).toEqual(['done', 'one', 'done', 'done']);
    expect([atFirst, afterOne, order]).toEqual([[0, 1], [0, 1, 2], [0, 1, 2, 3]]);
  });

  it('goes on after a task that failed', async () => {
    const queue = createAdmissionQueue({ concurrency: 1 });

    await expect(admit(queue).run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await admit(queue).run(() => Promise.resolve('next'))).toBe('next');
  });

  it('ends a task that takes too long, though it heeds no signal, and goes on', async () => {
    const queue = createAdmissionQueue({ concurrency: 1, timeoutMs: 1 });
    const error: unknown = await admit(queue).run(never).catch((reason: unknown) => reason);

    expect(BotError.is(error) && error.code).toBe('analysis_timeout');
    expect(await admit(queue).run(() => Promise.resolve('next'))).toBe('next');
  });

  it('ends what runs and what waits, and tells the tasks', async () => {
    const queue = createAdmissionQueue({ concurrency: 1 });
    const running = heldTask();
    const waiting = heldTask();
    const runs = [admit(queue).run(running.task), admit(queue).run(waiting.task)];
    const outcomes = Promise.allSettled(runs);
    await running.begun;
    const reason = new Error('that is all');
    queue.abortAll(reason);

    expect(await outcomes).toEqual([{ status: 'rejected', reason }, { status: 'rejected', reason }]);
    expect(running.signal?.aborted).toBe(true);
    expect(waiting.signal).toBeUndefined();
  });

  it('runs nothing for a ticket that was ended before', async () => {
    const queue = createAdmissionQueue();
    const ticket = admit(queue);
    queue.abortAll(new Error('that is all'));
    const task = heldTask();

    await expect(ticket.run(task.task)).rejects.toThrow('that is all');
    expect(task.signal).toBeUndefined();
  });

  it.each([{ concurrency: 0 }, { maxWaiting: -1 }, { timeoutMs: 0.5 }, { concurrency: Number.NaN }])('refuses %j', (options) => {
    expect(() => createAdmissionQueue(options)).toThrow(`${Object.keys(options).join()} must be a whole number`);
  });
});
