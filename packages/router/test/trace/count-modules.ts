/** Routes a request, with telemetry as the environment says, and tells how many modules of OpenTelemetry that loaded. */
import { Module } from 'node:module';

import { setupLogfire } from '@discord-intelligence/observability';

import { createRouter } from '../../src/index.js';

const COMPLETION = { id: 'x', object: 'chat.completion', created: 0, model: 'm', choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'Ada' } }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } };

async function main(): Promise<void> {
  const telemetry = await setupLogfire({ destinations: [] });
  const router = createRouter(
    { deployments: { a: { provider: 'openai', model: 'm', keys: ['key-of-a'], price: { in: 1, out: 1 } } }, groups: { g: ['a'] } },
    { fetch: async () => new Response(JSON.stringify(COMPLETION), { headers: { 'content-type': 'application/json' } }) },
  );
  const answer = await router.chat.completions.create({ model: 'g', messages: [{ role: 'user', content: 'Who?' }] });
  await router.close();
  const files = Object.keys((Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> })._cache);
  process.stdout.write(JSON.stringify({ content: answer.choices[0]?.message.content, isEnabled: telemetry.enabled, telemetryModules: files.filter((file) => file.includes('@opentelemetry')).length }));
  await telemetry.shutdown();
}

void main();
