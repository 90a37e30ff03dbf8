import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createRouter, loadRouterConfig, metaOf, RouterError } from '@discord-intelligence/router';

/** What the release rehearsal runs against the published package, as ESM and as CommonJS: two providers, one of them down. */
export async function smoke(): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    const isDown = request.url?.startsWith('/down/') === true;
    response.writeHead(isDown ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isDown ? { error: { message: 'down' } } : completion('Ada Lovelace')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const router = createRouter(
    loadRouterConfig(`
deployments:
  down: {provider: mine, model: m, baseURL: "${url}/down/v1", keys: [k]}
  up:   {provider: mine, model: m, baseURL: "${url}/up/v1", keys: [k], price: {in: 1000, out: 2000}, maxOutputTokens: 100}
groups: {smart: [down], spare: [up]}
fallbacks: {smart: [spare]}
retry: {max: 0}
budgets: [{id: user, scope: {user: "*"}, limit: 1 USD}]
unknownPrice: allow
`),
  );
  try {
    const answer = await router.chat.completions.create({ model: 'smart', messages: [{ role: 'user', content: 'Who wrote the first program?' }] }, { scope: { user: 'u1' } });
    const meta = metaOf(answer);
    if (meta?.servedBy !== 'up' || meta.fallbacks !== 1 || meta.costNanoUsd !== 20_000_000) throw new Error(`served wrongly: ${JSON.stringify(meta)}`);
    const refused = await router.completion({ model: 'nobody', messages: [] }).catch((error: unknown) => error);
    if (!RouterError.is(refused, 'unknown_model')) throw new Error('an unknown group was accepted');
    return `falls back and keeps the books: ${answer.choices[0]?.message.content ?? ''}, ${meta.costUsd ?? '?'} USD`;
  } finally {
    await router.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

function completion(content: string) {
  return {
    id: 'x',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, refusal: null }, logprobs: null }],
    usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
  };
}
