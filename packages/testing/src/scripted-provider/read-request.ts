import type { IncomingMessage } from 'node:http';

import type { IncomingRequest } from './scripted-provider.js';

/** Reads a request to its end; `undefined` when its path names no deployment. */
export async function readRequest(incoming: IncomingMessage): Promise<IncomingRequest | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const [, deployment, version, ...rest] = (incoming.url ?? '/').split('?', 1).join('').split('/');
  if (deployment === undefined || version !== 'v1') return undefined;
  return {
    deployment: decodeURIComponent(deployment),
    key: incoming.headers.authorization?.replace(/^Bearer /i, '') ?? '',
    path: `/${rest.join('/')}`,
    headers: incoming.headers,
    body: parseBody(Buffer.concat(chunks).toString()),
  };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
