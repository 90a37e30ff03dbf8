import type { IncomingMessage } from 'node:http';

import { parseForm } from '../http/parse-form.js';

import type { MutableCall } from './provider-call.js';

/** A path split into the provider's name and the endpoint. */
export interface ProviderPath {
  readonly provider: string;
  /** Below `/v1`, such as `/chat/completions`. */
  readonly path: string;
}

/** Splits `/name/v1/chat/completions`; `undefined` when there is no `/v1` in it. */
export function splitPath(pathname: string): ProviderPath | undefined {
  const at = pathname.indexOf('/v1/');
  return at === -1 ? undefined : { provider: decodeURIComponent(pathname.slice(1, at)), path: pathname.slice(at + '/v1'.length) };
}

/** Reads a request to its end. */
export async function readCall(
  request: IncomingMessage,
  { provider, path }: ProviderPath,
  facts: { readonly index: number; readonly connection: number; readonly startedAtMs: number; readonly ended: Promise<void> },
): Promise<MutableCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = await parseBody(Buffer.concat(chunks), request.headers['content-type'] ?? '');
  const { model, stream } = typeof body === 'object' && body !== null ? (body as { model?: unknown; stream?: unknown }) : {};
  return {
    ...facts,
    provider,
    path,
    method: request.method ?? 'GET',
    headers: request.headers,
    apiKey: request.headers.authorization?.replace(/^Bearer /i, ''),
    body,
    model: typeof model === 'string' ? model : undefined,
    wantsStream: stream === true,
    status: undefined,
    endedAtMs: undefined,
    isAborted: false,
  };
}

async function parseBody(bytes: Buffer, contentType: string): Promise<unknown> {
  if (bytes.byteLength === 0) return undefined;
  if (contentType.startsWith('multipart/form-data')) {
    return Object.fromEntries(await parseForm(bytes, contentType));
  }
  const text = bytes.toString();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
