import { renderTable, short } from '../../harness/table.js';

import { childProgram, startChild } from './child.js';

const CALLS = 100_000;
const CONCURRENCY = 32;

/** Times in which the calls are made, on the router's clock. */
const PACES = [
  { name: 'a call each second', msPerCall: 1_000 },
  // Nothing is old enough to be let go: what is remembered by time, and not by number, shows here.
  { name: 'all within a moment', msPerCall: 0 },
] as const;

/** The heap of a process that makes 100,000 routed calls, weighed after a garbage collection at every tenth. */
export async function benchHeap(): Promise<string> {
  const rows: string[][] = [];
  for (const { name, msPerCall } of PACES) {
    const heap = await weigh(msPerCall);
    rows.push([name, ...heap.map((bytes) => short(bytes / 1_000_000)), short((heap.at(-1) ?? Number.NaN) / (heap[0] ?? Number.NaN))]);
  }
  const head = ['calls come', ...rows[0]!.slice(1, -1).map((_, step) => `${(step + 1) * 10} %`), 'last / first'];
  return renderTable(`Heap in MB over ${CALLS.toLocaleString('en-GB')} routed calls, all features but Redis, in memory`, head, rows);
}

async function weigh(msPerCall: number): Promise<readonly number[]> {
  await using child = startChild(['--expose-gc', childProgram('heap.mjs'), JSON.stringify({ calls: CALLS, concurrency: CONCURRENCY, msPerCall })]);
  return (await child.next<{ heap: readonly number[] }>()).heap;
}
