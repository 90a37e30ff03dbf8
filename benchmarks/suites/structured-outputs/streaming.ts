import * as z from 'zod';
import { z as z3 } from 'zod/v3';

import { renderTable, short } from '../../harness/table.js';

import { type ChatClient, loadInstructor, loadPackage, MESSAGES, NAME } from './subjects.js';

const ITEMS = 150;
const CHARACTERS_PER_CHUNK = 8;

const Report = z.object({ items: z.array(z.object({ id: z.number(), title: z.string(), text: z.string() })) });
const Report3 = z3.object({ items: z3.array(z3.object({ id: z3.number(), title: z3.string(), text: z3.string() })) });

/** CPU of a streamed answer of some 24 KB that arrives in chunks of a few characters. */
export async function benchStreaming(): Promise<string> {
  const answer = JSON.stringify({ items: Array.from({ length: ITEMS }, (_, id) => ({ id, title: `Finding ${id}`, text: `What was found in place ${id}, in a sentence that takes about a hundred characters of room to say so.` })) });
  const chunks = answer.match(new RegExp(`[^]{1,${CHARACTERS_PER_CHUNK}}`, 'g')) ?? [];
  const client: ChatClient = { chat: { completions: { create: async () => streamOf(chunks) } } };
  const { wrap } = await loadPackage();
  const ours = wrap(client, { defaultParams: { model: 'bench' } });
  const instructor = loadInstructor()({ client, mode: 'TOOLS' });
  const params = { messages: MESSAGES, response_model: { schema: Report, name: NAME } };

  const subjects: [name: string, run: () => Promise<number>][] = [
    ['reading the chunks alone', async () => drain(streamOf(chunks))],
    ['ours, a value every 50 ms', async () => drain(ours.chat.completions.createPartial(params))],
    ['ours, a value for each chunk', async () => drain(ours.chat.completions.createPartial(params, { partialEveryMs: 0 }))],
    ['plain Instructor, a value for each chunk', async () => {
      const stream = await instructor.chat.completions.create({ model: 'bench', messages: MESSAGES, response_model: { schema: Report3, name: NAME }, stream: true });
      return drain(stream as AsyncIterable<unknown>);
    }],
  ];
  const rows: string[][] = [];
  let reference = Number.NaN;
  for (const [name, run] of subjects) {
    await run();
    const before = process.cpuUsage();
    const values = await run();
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1_000;
    if (name.endsWith('each chunk') && name.startsWith('ours')) reference = ms;
    rows.push([name, short(values), short(ms), Number.isNaN(reference) ? '' : short(ms / reference)]);
  }
  return renderTable(`Streaming ${short(answer.length / 1_000)} KB in ${chunks.length} chunks`, ['client', 'values', 'CPU ms', 'of ours, each chunk'], rows);
}

async function* streamOf(chunks: readonly string[]): AsyncGenerator<object> {
  for (const [index, text] of chunks.entries()) {
    const call = { index: 0, ...(index === 0 && { id: 'call_1', type: 'function' }), function: { ...(index === 0 && { name: NAME }), arguments: text } };
    yield { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'bench', choices: [{ index: 0, delta: { tool_calls: [call] }, finish_reason: null }] };
  }
  yield { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'bench', choices: [{ index: 0, delta: {}, finish_reason: 'tool_calls' }] };
}

async function drain(values: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- counted, not looked at
  for await (const value of values) count += 1;
  return count;
}
