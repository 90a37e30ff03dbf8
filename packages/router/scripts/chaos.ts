import { parseArgs } from 'node:util';

import { redisSkipReason } from '@discord-intelligence/testing';

import { runChaos, type ChaosReport } from '../test/chaos/run-chaos.js';

/**
 * Random failures, aborts and Redis restarts with a fixed seed.
 * `--expose-gc` makes the heap numbers meaningful. Exit code 1 when anything is wrong.
 */
const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '5000' },
    /** Minutes after which it ends, whatever is left of the calls. */
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    concurrency: { type: 'string', default: '16' },
    'redis-restarts': { type: 'string', default: '3' },
    'no-redis': { type: 'boolean', default: false },
  },
});
const skip = values['no-redis'] ? 'switched off' : redisSkipReason();
/** The heap may grow by this share and this many bytes: code and caches warm up. */
const HEAP_GROWTH = { share: 1.25, bytes: 8_000_000 };

process.stdout.write(`seed ${values.seed}, ${values.calls} calls${skip === undefined ? '' : `, without Redis (${skip})`}\n`);
const report = await runChaos({
  calls: Number(values.calls),
  longestMs: values.minutes === undefined ? undefined : Number(values.minutes) * 60_000,
  seed: Number(values.seed),
  concurrency: Number(values.concurrency),
  redisRestarts: skip === undefined ? Number(values['redis-restarts']) : undefined,
  collectGarbage: globalThis.gc && (() => { globalThis.gc?.(); }),
  onProgress: (done) => process.stderr.write(`${done} `),
});
process.stderr.write('\n');
print(report);

function print({ nano, heapBytes: [early, late], ...result }: ChaosReport): void {
  const isHeapFlat = globalThis.gc === undefined || late <= early * HEAP_GROWTH.share + HEAP_GROWTH.bytes;
  const problems = [...result.late, ...result.untyped, ...result.wrongCharges, ...result.leaks, ...(result.unhandledRejections > 0 ? [`${result.unhandledRejections} unhandled rejections`] : []), ...(isHeapFlat ? [] : ['the heap grew'])];
  const rows: readonly (readonly [string, string])[] = [
    ['calls', String(result.calls)],
    ['answered', String(result.answered)],
    ['left by the caller', String(result.left)],
    ...Object.entries(result.errorsByCode).toSorted().map(([code, count]) => [`error ${code}`, String(count)] as const),
    ['upstream requests', String(result.upstreamRequests)],
    ['slowest call', `${Math.round(result.slowestMs)} ms`],
    ['ledger', `${nano.ledger} nano-USD`],
    ['answers by router / provider', `${nano.answers} / ${nano.provider} nano-USD`],
    ['heap early / late', `${megabytes(early)} / ${megabytes(late)} MB${globalThis.gc ? '' : ' (without --expose-gc)'}`],
    ['duration', `${(result.durationMs / 1_000).toFixed(1)} s`],
    ['problems', String(problems.length)],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  process.stdout.write(`${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n${problems.slice(0, 50).map((problem) => `- ${problem}\n`).join('')}`);
  process.exitCode = problems.length > 0 || nano.answers !== nano.provider ? 1 : 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
