import { setMaxListeners } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parseArgs } from 'node:util';

// For developers, and not published: it may use the fakes, as tests do.
import { createRandom } from '@discord-intelligence/testing/random';

import { createRouter, type RequestOptions, RouterError } from '../src/index.js';
import { createMemoryTransport } from './memory-transport.js';

/**
 * Many calls with everything switched on but Redis; prints the heap after a collection. Needs `--expose-gc`.
 * Exit code 1 when the second half of the run leaves more than a little behind.
 */
const { values } = parseArgs({ options: { calls: { type: 'string', default: '100000' }, every: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, concurrency: { type: 'string', default: '32' } } });
const calls = Number(values.calls);
const every = Number(values.every);
const random = createRandom(Number(values.seed));

/** Bytes that a call may leave behind in the second half: settled reservations are remembered, 100,000 of them at most. */
const MAX_BYTES_PER_CALL = 400;

const FAILURES = [503, 429, 400] as const;
const transport = createMemoryTransport({
  fail(deployment) {
    if (deployment === 'steady' || random() >= 0.03) return;
    const status = FAILURES[Math.floor(random() * FAILURES.length)]!;
    throw Object.assign(new Error(`a made-up failure ${status}`), { status });
  },
});
const price = { in: 1, out: 2 };
const router = createRouter(
  {
    deployments: {
      a: { provider: 'openai', model: 'a', keys: ['k1', 'k2'], price, rpm: 1e9, tpm: 1e12, maxParallel: 1_000, tags: ['default', 'x'], region: 'eu' },
      b: { provider: 'openai', model: 'b', keys: ['k1'], price, maxInputTokens: 100_000, tags: ['default'] },
      steady: { provider: 'openai', model: 's', keys: ['k1'], price },
      vectors: { provider: 'openai', model: 'v', keys: ['k1'], price },
    },
    groups: { smart: ['a', 'b'], cheap: ['steady'], embed: ['vectors'] },
    useCases: { summarise: { chain: ['smart', 'cheap'], strategy: 'cost-based-routing' } },
    strategy: 'latency-based-routing',
    fallbacks: { smart: ['cheap'] },
    retry: { max: 1, base: 1, cap: 2 },
    cooldown: { default: 1, max: 2, ramp: 0 },
    sticky: true,
    hedge: { after: 50 },
    streamContinuation: true,
    budgets: [{ id: 'user', scope: { user: '*' }, limit: 1_000_000, soft: { at: 0.9, use: 'cheap' } }, { id: 'all', limit: 1_000_000 }],
    cache: { ttl: 60_000, memory: { maxEntries: 500 }, semantic: { mode: 'shadow', model: 'embed', maxEntries: 200 } },
    experiments: { e: { salt: 's', arms: { smart: 5_000, cheap: 5_000 } } },
    mirror: { to: 'cheap', share: 0.05 },
  },
  { transport, random, hooks: { onAttempt: () => undefined, onRequestEnd: () => undefined } },
);

process.stdout.write(`seed ${values.seed}, ${calls} calls\n`);
const lasting = new AbortController();
setMaxListeners(0, lasting.signal);
const heap: number[] = [];
let next = 0;
let failed = 0;
for (let stage = every; stage <= calls; stage += every) {
  await Promise.all(Array.from({ length: Number(values.concurrency) }, () => work(stage)));
  await collect();
  heap.push(process.memoryUsage().heapUsed);
  process.stdout.write(`${String(stage).padStart(8)} calls  ${(heap.at(-1)! / 1_048_576).toFixed(2)} MB  ${failed} failed\n`);
}
await router.close();
const middle = Math.floor((heap.length - 1) / 2);
const perCall = (heap.at(-1)! - heap[middle]!) / Math.max(1, (heap.length - 1 - middle) * every);
process.stdout.write(`${perCall.toFixed(1)} bytes a call in the second half\n`);
process.exitCode = globalThis.gc !== undefined && perCall > MAX_BYTES_PER_CALL ? 1 : 0;

/** Three times, with a turn of the event loop between: what waits for a finaliser goes with the next. */
async function collect(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc?.();
    await nextTurn();
  }
}

async function work(until: number): Promise<void> {
  while (next < until) {
    const index = next++;
    // A network would give the loop its turns.
    if (index % 8 === 0) await nextTurn();
    try {
      await call(index);
    } catch (error) {
      if (!RouterError.is(error)) throw error;
      failed += 1;
    }
  }
}

async function call(index: number): Promise<void> {
  const kind = index % 10;
  const options = { signal: lasting.signal, tenant: `t${index % 7}`, scope: { user: `u${index % 50}` }, session: `s${index % 1_000}`, unit: `u${index}` };
  // Every third question was asked before.
  const messages = [{ role: 'user' as const, content: `Question ${index % 3 === 0 ? index % 100 : index}: who wrote the first program?` }];
  if (kind === 0) await router.embeddings.create({ model: 'embed', input: 'text' }, options);
  else if (kind === 1 || kind === 2) await stream(index, messages, options);
  else if (kind === 3) await router.completion({ model: 'summarise', messages, temperature: 0 }, options);
  else if (kind === 4) await router.completion({ messages, temperature: 0 }, { ...options, experiment: 'e' });
  else if (kind === 5) await router.completion({ model: 'smart', messages }, { ...options, region: 'eu', tags: ['x'] });
  else await router.completion({ model: 'smart', messages, temperature: 0 }, options);
}

/** Some readers leave in the middle, some abort, most read on. */
async function stream(index: number, messages: { role: 'user'; content: string }[], options: RequestOptions): Promise<void> {
  const controller = new AbortController();
  const chunks = await router.chat.completions.create({ model: 'smart', messages, stream: true }, { ...options, signal: controller.signal });
  for await (const chunk of chunks) {
    if (chunk.choices.length > 0 && index % 40 === 1) break;
    if (index % 40 === 12) controller.abort();
  }
}
