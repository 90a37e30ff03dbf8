import type { CaseAction, CaseCall } from '../dsl/case-action.js';
import type { Expectations } from '../dsl/expectations.js';
import { describeDifference, type Difference } from '../expectations/difference.js';

import type { RedisSource } from './redis-source.js';
import type { CallOrder, Subject } from './subject.js';
import type { Subjects } from './subjects.js';
import type { CallRecord } from './world.js';

/** What actions work on. */
export interface Stage {
  readonly subjects: Subjects;
  readonly calls: CallRecord[];
  readonly configErrors: string[];
  readonly moveRedis: RedisSource['control'];
  readonly check: (expected: Expectations) => Promise<readonly Difference[]>;
  /** Waits until calls that nobody waits for have reached the provider, as far as they do. */
  readonly underWay: (calls: Promise<void>) => Promise<void>;
}

type Calling = Extract<CaseAction, { call: unknown } | { upload: unknown } | { countTokens: unknown }>;

/** Performs the actions in order; answers what a checkpoint found wrong. */
export async function performActions(actions: readonly CaseAction[], stage: Stage): Promise<readonly string[]> {
  const background: Promise<void>[] = [];
  for (const [index, action] of actions.entries()) {
    if ('checkpoint' in action) {
      const differences = await stage.check(action.checkpoint);
      if (differences.length > 0) return differences.map((difference) => `checkpoint (action ${index}): ${describeDifference(difference)}`);
      continue;
    }
    const done = perform(action, index, stage);
    if ('noWait' in action && action.noWait) {
      // Awaited at the end; until then a failure must not count as unhandled.
      done.catch(() => undefined);
      background.push(done);
      await stage.subjects.start();
      await stage.underWay(done);
    } else await done;
  }
  await Promise.all(background);
  return [];
}

async function perform(action: Exclude<CaseAction, { checkpoint: unknown }>, index: number, stage: Stage): Promise<void> {
  const { subjects } = stage;
  if ('call' in action || 'upload' in action || 'countTokens' in action) {
    const chosen = await subjects.pick(action);
    await Promise.all(chosen.map((subject) => callRepeatedly(action, index, subject, stage)));
  } else if ('waitMs' in action) {
    await subjects.start();
    await new Promise((resolve) => setTimeout(resolve, action.waitMs));
  } else if ('advanceMs' in action) await subjects.shiftClock(action.advanceMs);
  else if ('setClock' in action) await subjects.setClock(Date.parse(action.setClock));
  else if ('killProcess' in action) await subjects.kill(action.killProcess);
  else if ('redis' in action) {
    await subjects.start();
    await stage.moveRedis(action.redis);
  } else if ('load' in action) await subjects.start();
  else if ('reload' in action) await subjects.reload(action.reload === true ? {} : action.reload, action);
  else {
    for (const subject of await subjects.pick(action)) {
      if ('seedSpend' in action) for (const [budget, usd] of Object.entries(action.seedSpend)) await subject.seedSpend(budget, usd);
      else if ('setPrice' in action) await subject.setPrice(action.setPrice);
      else if ('charge' in action) await subject.charge({ ...action.charge, times: action.charge.times ?? 1 });
      else if ('sweep' in action) await subject.sweep();
      // Reading must work at any time; what is read is checked at the end.
      else await subject.readout();
    }
  }
}

async function callRepeatedly(action: Calling, index: number, subject: Subject, { calls, subjects }: Stage): Promise<void> {
  const { times = 1, concurrency = 1 } = action;
  const records = Array.from({ length: times }, (): CallRecord => ({ action: index, mark: action.mark, outcome: undefined }));
  // Counting tokens is no request: it leaves no result.
  if (!('countTokens' in action)) calls.push(...records);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let repetition = next++; repetition < times; repetition = next++) {
      try {
        records[repetition]!.outcome = await subject.run(orderOf(action, repetition));
      } catch (error) {
        // What a killed process was doing has no result.
        if (!subjects.isDead(subject)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, times) }, work));
}

function orderOf(action: Calling, repetition: number): CallOrder {
  const call: CaseCall = 'call' in action ? action.call : 'countTokens' in action ? action.countTokens : {};
  return {
    kind: 'call' in action ? 'call' : 'upload' in action ? 'upload' : 'count-tokens',
    call: fillIn(call, repetition) as CaseCall,
    upload: 'upload' in action ? action.upload : undefined,
    repetition,
    classifyOnly: 'classifyOnly' in action && action.classifyOnly === true,
    settleTimes: 'settleTimes' in action ? (action.settleTimes ?? 1) : 1,
  };
}

/** Replaces `{{i}}` in every text. */
function fillIn(value: unknown, repetition: number): unknown {
  if (typeof value === 'string') return value.replaceAll('{{i}}', String(repetition));
  if (Array.isArray(value)) return value.map((entry) => fillIn(entry, repetition));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, fillIn(entry, repetition)]));
  return value;
}
