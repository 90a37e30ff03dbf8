// One client in a process of its own: makes calls when told to, and tells what processor time they took.
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

import { allFeatures, configOf, countingHooks, optionsOf, paramsOf } from './features.mjs';

const { kind, url, redis, headers = {}, concurrency } = JSON.parse(process.argv[2] ?? '{}');
// The router as its users get it: built, and loaded from its folder.
const routerFolder = new URL('../../../../packages/router/', import.meta.url);

async function openClient() {
  const { default: OpenAI } = await import('openai');
  const client = new OpenAI({ apiKey: 'bench', baseURL: url, maxRetries: 0, defaultHeaders: headers, ...(kind === 'openai-agent' && { fetch: agentFetch() }), ...(kind === 'openai-dispatch' && { fetch: dispatchFetch() }) });
  return (params) => client.chat.completions.create({ ...params, model: 'gpt-4o-mini' });
}

/** The very undici of the router. */
const openUndici = () => createRequire(new URL('package.json', routerFolder))('undici');
const AGENT_OPTIONS = { connections: 128, headersTimeout: 0, bodyTimeout: 0 };

/** The shortest way to the network that the SDK takes: whole answers and streams, no aborts, no errors. The router's own is not shorter. */
function dispatchFetch() {
  const agent = new (openUndici().Agent)(AGENT_OPTIONS);
  return (address, { method, headers, body }) => new Promise((resolve, reject) => {
    const { origin, pathname } = new URL(address);
    const isStream = body.includes('"stream":true');
    const chunks = [];
    let response;
    let end;
    agent.dispatch({ origin, path: pathname, method, headers: Object.fromEntries(headers), body }, {
      onRequestStart() {},
      onResponseStart(_controller, status, received) {
        const stream = isStream && new ReadableStream({ start(controller) { chunks.push = (chunk) => controller.enqueue(chunk); end = () => controller.close(); } });
        response = { status, ok: status < 300, url: address, headers: { get: (name) => received[name] ?? null, entries: () => Object.entries(received) }, body: stream, json: async () => JSON.parse(Buffer.concat(chunks).toString()) };
        if (isStream) resolve(response);
      },
      onResponseData(_controller, chunk) { chunks.push(chunk); },
      onResponseEnd() { isStream ? end() : resolve(response); },
      onResponseError(_controller, error) { reject(error); },
    });
  });
}

function agentFetch() {
  const { Agent, fetch } = openUndici();
  const agent = new Agent(AGENT_OPTIONS);
  return (input, init) => fetch(input, { ...init, dispatcher: agent });
}

async function openRouter() {
  const { createRouter, createStores, metaOf } = await import(new URL('dist/index.js', routerFolder).href);
  const isPlain = kind === 'router-one';
  const { hooks, counts } = countingHooks();
  const config = isPlain ? configOf(url) : allFeatures(url);
  // More patience than the 50 ms of the default: what is measured here is work, not what a busy machine does to a deadline.
  const stores = redis && createStores({ redis: { url: redis, keyPrefix: 'bench', commandTimeoutMs: 10_000 } });
  const router = createRouter(config, isPlain ? {} : { hooks, ...(stores && { stores }) });
  // Tells budgets, prices and cooldowns to stores that the router did not make itself.
  if (stores) await router.reload(config);
  while (router.health().degraded) await delay(20);
  let isChecked = false;
  return async (params, index) => {
    const answer = await router.chat.completions.create({ ...params, model: 'smart' }, isPlain ? {} : optionsOf(index));
    if (isChecked) return answer;
    isChecked = true;
    // What is measured must be what the table says: a fresh answer, past Redis if there is one.
    setImmediate(() => {
      const meta = metaOf(answer);
      const hasSpent = meta.costNanoUsd > 0;
      const isRight = isPlain ? meta.cache.status === 'off' : meta.cache.status === 'miss' && !meta.degraded && hasSpent && counts.onRequestStart > 0;
      if (!isRight) throw new Error(`${kind}: not what was to be measured: ${JSON.stringify(meta)}`);
    });
    return answer;
  };
}

const call = await (kind.startsWith('router') ? openRouter() : openClient());
let made = 0;

async function run(calls, stream) {
  const end = made + calls;
  const worker = async () => {
    while (made < end) {
      const index = made++;
      const answer = await call(paramsOf(index, stream), index);
      if (!stream) {
        if (answer.usage.total_tokens !== 240) throw new Error(`${kind}: another answer came.`);
        continue;
      }
      let text = '';
      for await (const chunk of answer) text += chunk.choices[0]?.delta.content ?? '';
      if (text.length < 100) throw new Error(`${kind}: a stream ended early, after ${text.length} characters.`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

process.on('message', ({ calls, stream }) => {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  run(calls, stream).then(() => {
    const { user, system } = process.cpuUsage(before);
    process.send({ cpuUs: user + system, wallMs: performance.now() - startedAt });
  }, (error) => {
    process.send({ failure: String(error.message ?? error) });
  });
});
process.on('disconnect', () => process.exit());
process.send({ isReady: true });
