// Makes routed calls over a transport in memory and weighs the heap at every tenth. Run with --expose-gc.
import { allFeatures, countingHooks, optionsOf, paramsOf } from './features.mjs';

const { calls, concurrency, msPerCall } = JSON.parse(process.argv[2] ?? '{}');
const { createRouter } = await import(new URL('../../../../packages/router/dist/index.js', import.meta.url).href);

const transport = {
  send: async ({ body }) => ({
    id: 'chatcmpl-1', object: 'chat.completion', created: 1_700_000_000, model: body.model,
    choices: [{ index: 0, message: { role: 'assistant', content: `An answer to ${body.messages.length} messages.`, refusal: null }, logprobs: null, finish_reason: 'stop' }],
    usage: { prompt_tokens: 180, completion_tokens: 60, total_tokens: 240 },
  }),
  release: async () => undefined,
  close: async () => undefined,
};

// A clock that goes on with the calls: what is kept for an hour can be let go within the run.
let made = 0;
const clock = { now: () => 1_767_225_600_000 + made * msPerCall };
const router = createRouter(allFeatures('http://memory.invalid/v1'), { transport, clock, hooks: countingHooks().hooks });

const heap = [];
const weigh = () => {
  globalThis.gc();
  globalThis.gc();
  heap.push(process.memoryUsage().heapUsed);
};
for (let step = 1; step <= 10; step += 1) {
  const end = Math.round((calls * step) / 10);
  const worker = async () => {
    while (made < end) {
      const index = made++;
      await router.chat.completions.create({ ...paramsOf(index, false), model: 'smart' }, optionsOf(index));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  weigh();
}
process.send({ heap }, () => process.exit());
