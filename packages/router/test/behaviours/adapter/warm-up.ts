import { startScriptedProvider } from '@discord-intelligence/testing';

import { createRouter } from '../../../src/create-router.js';

/** Calls after which the paths of the router have been compiled. */
const CALLS = 12;

/**
 * Loads and compiles what the router needs when it is first used. A case speaks of a process that has
 * served for a while: its limits of some ten milliseconds are not meant for the loading of the SDK.
 */
export async function warmUp(): Promise<void> {
  await Promise.all([import('ioredis'), import('@pydantic/genai-prices'), import('gpt-tokenizer/encoding/o200k_base')]);
  await using provider = await startScriptedProvider({ scripts: { stream: [{ stream: [{ delta: 'x' }, { finish: 'stop' }, { usage: {} }, { done: true }] }], wrong: [{ status: 500 }] } });
  const deployment = (id: string) => ({ provider: 'warm', model: 'm', baseURL: provider.baseUrl(id), price: { in: 1, out: 1 } });
  await using router = createRouter({
    deployments: { answer: deployment('answer'), stream: deployment('stream'), wrong: deployment('wrong') },
    groups: { answer: ['answer'], stream: ['stream'], wrong: ['wrong'] },
    retry: { max: 0 },
    budgets: [{ id: 'all', limit: 1_000 }],
  });
  const messages = [{ role: 'user' as const, content: 'hello' }];
  for (let call = 0; call < CALLS; call += 1) {
    await router.chat.completions.create({ model: 'answer', messages, max_completion_tokens: 1 });
    const stream = await router.chat.completions.create({ model: 'stream', messages, max_completion_tokens: 1, stream: true });
    const chunks = stream[Symbol.asyncIterator]();
    while (!(await chunks.next()).done);
    await router.chat.completions.create({ model: 'wrong', messages, max_completion_tokens: 1 }).catch(() => undefined);
  }
}
