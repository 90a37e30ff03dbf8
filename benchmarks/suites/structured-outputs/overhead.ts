import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import OpenAI from 'openai';

import { measure, type Subject, type Timing } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

import { CASES, type Case, type ChatClient, completionOf, loadInstructor, loadPackage, MESSAGES, NAME } from './subjects.js';

/** Calls in a row count as one sample: a call in memory is too short for the clock, and for the processor's caches. */
const IN_MEMORY = { rounds: 600, warmUps: 300, calls: 20 };
const OVER_LOOPBACK = { rounds: 1_500, warmUps: 200, calls: 1 };

/** What a structured call costs over the raw client that it wraps: against a client in memory, and against a server over loopback. */
export async function benchOverhead(): Promise<string> {
  const inMemory = [];
  for (const each of CASES) {
    const completion = completionOf(each.answer);
    const client: ChatClient = { chat: { completions: { create: async () => completion } } };
    inMemory.push(await compare(each, client, IN_MEMORY));
  }
  const overLoopback = [];
  for (const each of CASES) {
    await using server = await startServer(each);
    const client = new OpenAI({ apiKey: 'none', baseURL: server.url, maxRetries: 0 }) as unknown as ChatClient;
    overLoopback.push(await compare(each, client, OVER_LOOPBACK));
  }
  const head = ['schema', 'client', 'p50 µs', 'p99 µs', 'over raw, p50 µs', 'of the target'];
  return [
    renderTable('Structured call, client in memory', head, inMemory.flat()),
    renderTable('Structured call, server over loopback', head, overLoopback.flat()),
  ].join('\n');
}

/** Rows of one schema: the raw client, ours, and Instructor. */
async function compare(each: Case, client: ChatClient, { calls, ...rounds }: typeof IN_MEMORY): Promise<string[][]> {
  const { wrap } = await loadPackage();
  const ours = wrap(client, { defaultParams: { model: 'bench' } });
  const instructor = loadInstructor()({ client, mode: 'TOOLS' });
  const params = { model: 'bench', messages: MESSAGES };
  const responseModel = { schema: each.schema, name: NAME };
  // The raw call sends what the others make of the schema.
  const tools = [{ type: 'function', function: { name: NAME, description: '', parameters: { type: 'object' } } }];
  const subjects: Subject[] = [
    { name: 'raw', run: () => client.chat.completions.create({ ...params, tools }) },
    { name: 'ours', run: () => ours.chat.completions.create({ messages: MESSAGES, response_model: responseModel }) },
    { name: 'plain Instructor, zod 3', run: () => instructor.chat.completions.create({ ...params, response_model: { schema: each.zod3, name: NAME }, max_retries: 3 }) },
  ];
  const [rawCall, ...wrapped] = subjects.map(({ name, run }) => ({ name, run: () => inARow(calls, run) }));
  // Each beside the raw client alone: what one leaves to the garbage collector would be counted against the other.
  const timings = new Map<string, Timing>();
  for (const subject of wrapped) for (const [name, timing] of await measure([rawCall!, subject], rounds)) timings.set(name, timing);
  const raw = timings.get('raw')?.median ?? Number.NaN;
  const microseconds = (milliseconds: number) => (milliseconds * 1_000) / calls;
  return [...timings].map(([name, { median, p99 }]) => {
    const over = microseconds(median - raw);
    const ofTarget = calls === 1 || name === 'raw' ? '' : `${short(over / each.targetUs)} x`;
    return [each.name, name, short(microseconds(median)), short(microseconds(p99)), name === 'raw' ? '' : short(over), ofTarget];
  });
}

async function inARow(calls: number, run: () => unknown): Promise<void> {
  for (let call = 0; call < calls; call += 1) await run();
}

/** A server in a process of its own that gives one answer at once. */
async function startServer(each: Case): Promise<AsyncDisposable & { readonly url: string }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('answer-server.mjs', import.meta.url))], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(completionOf(each.answer)));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    url: line.toString().trim(),
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
