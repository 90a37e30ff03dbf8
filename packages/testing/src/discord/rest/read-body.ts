import type { IncomingMessage } from 'node:http';

import { parseForm } from '../../http/parse-form.js';
import { isJson } from '../json.js';
import type { Upload } from '../messages/upload.js';

import { DiscordApiError } from './api-error.js';

/** Largest request that Discord takes (Discord developer documentation, "Uploading Files"). */
const MAX_REQUEST_BYTES = 25 * 1024 * 1024;

/** Largest single file where nobody pays for more. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Body and files of a request. */
export interface ParsedBody {
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/**
 * Reads a JSON or multipart request.
 * @throws DiscordApiError when it is too large or no JSON.
 */
export async function readBody(request: IncomingMessage): Promise<ParsedBody> {
  const bytes = await readBytes(request);
  const contentType = request.headers['content-type'] ?? '';
  if (bytes.byteLength === 0) return { body: undefined, uploads: [] };
  return contentType.startsWith('multipart/form-data') ? readMultipart(bytes, contentType) : { body: parse(bytes.toString()), uploads: [] };
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // The rest is still read, or the client would see a broken pipe instead of the answer.
    if (size <= MAX_REQUEST_BYTES) chunks.push(chunk);
  }
  if (size > MAX_REQUEST_BYTES) throw new DiscordApiError('tooLarge');
  return Buffer.concat(chunks);
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<ParsedBody> {
  const form = await parseForm(bytes, contentType).catch(() => {
    throw new DiscordApiError('invalidJson');
  });
  const uploads: Upload[] = [];
  let body: unknown;
  for (const [field, value] of form) {
    const key = /^files\[(\d{1,3})\]$/.exec(field)?.[1];
    if (typeof value === 'string') {
      if (field === 'payload_json') body = parse(value);
    } else if (key !== undefined) {
      if (value.size > MAX_FILE_BYTES) throw new DiscordApiError('tooLarge');
      uploads.push({ key, name: value.name, contentType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
  }
  return { body: isJson(body) ? body : {}, uploads };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DiscordApiError('invalidJson');
  }
}
