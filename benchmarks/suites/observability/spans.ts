import { summarize } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

import { type Kind, NAMES, startSubjects, type Subject, type World } from './subjects.js';

/** Spans of one subject before it is the next one's turn; those that do nothing need more of them for the clock. */
const SPANS_A_TURN: Readonly<Record<Kind, number>> = { none: 2_000_000, off: 2_000_000, unsampled: 20_480, ours: 10_240, opentelemetry: 10_240, logfire: 10_240 };
const ASYNC_SHARE = 0.2;
const ROUNDS = 9;
const WARM_UPS = 3;
const OFF_NS = 5;
const ON_US = 3;

/** Processor time of a span with four attributes, off and on, sync and async, delivery included. */
export async function benchSpans(world: World, use: (resource: AsyncDisposable) => void): Promise<string> {
  const subjects = await startSubjects('spans.mjs', ['none', 'off', 'unsampled', 'ours', 'opentelemetry', 'logfire'], world, use);
  const tables: string[] = [];
  for (const isAsync of [false, true]) {
    const times = await takeTurns(subjects, isAsync);
    tables.push(tableOf(`Span of ${isAsync ? 'an async' : 'a sync'} function, 4 attributes`, times));
    if (!isAsync) tables.push(verdict(times));
  }
  return tables.join('\n');
}

/** Processor time of a span in microseconds, for each round of each subject. */
async function takeTurns(subjects: ReadonlyMap<Kind, Subject>, isAsync: boolean): Promise<Map<Kind, number[]>> {
  const times = new Map<Kind, number[]>([...subjects.keys()].map((kind) => [kind, []]));
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const [kind, { child }] of subjects) {
      const spans = SPANS_A_TURN[kind] * (isAsync && SPANS_A_TURN[kind] > 100_000 ? ASYNC_SHARE : 1);
      const { cpuUs } = await child.ask<{ cpuUs: number }>({ spans, isAsync });
      if (round >= 0) times.get(kind)?.push(cpuUs / spans);
    }
  }
  return times;
}

function tableOf(title: string, times: ReadonlyMap<Kind, readonly number[]>): string {
  const rows = [...times].map(([kind, samples]) => [
    NAMES[kind],
    short(summarize(samples).median),
    short(against(times, kind, 'none', (one, other) => one - other) * 1_000),
    short(against(times, kind, 'opentelemetry', (one, other) => one / other)),
    times.has('logfire') ? short(against(times, kind, 'logfire', (one, other) => one / other)) : '',
  ]);
  return renderTable(title, ['subject', 'CPU µs, median round', 'ns over none', 'of OpenTelemetry alone', 'of logfire-node'], rows);
}

/** Each round is set against the same round of the other subject, which met the same neighbours on the machine. */
function against(times: ReadonlyMap<Kind, readonly number[]>, kind: Kind, other: Kind, compare: (one: number, other: number) => number): number {
  return summarize((times.get(kind) ?? []).map((time, round) => compare(time, times.get(other)?.[round] ?? Number.NaN))).median;
}

function verdict(times: ReadonlyMap<Kind, readonly number[]>): string {
  const off = against(times, 'off', 'none', (one, other) => one - other) * 1_000;
  return `against the targets: off ${short(off)} ns (at most ${OFF_NS}), on ${short(against(times, 'ours', 'none', (one, other) => one - other))} µs (at most ${ON_US}, on a machine that is idle)`;
}
