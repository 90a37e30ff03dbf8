import { decodeBody } from './decode-body.js';

/** Headers as undici hands them out: names in lower case. */
export type ReceivedHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer as it came in. */
export interface Received {
  readonly status: number;
  readonly headers: ReceivedHeaders;
  readonly url: string;
  /** For a stream: what comes, when it comes. */
  readonly body?: AsyncIterable<Buffer>;
  /** For a whole answer: what has come, and what broke it off. */
  readonly chunks?: readonly Buffer[];
  readonly error?: Error | undefined;
}

const BYTE_ORDER_MARK = 0xfeff;

/**
 * The parts of a `Response` that the `openai` SDK uses. A real one, with its `Headers` and its web
 * stream, takes longer than all the rest of a call.
 */
export function providerResponse(received: Received): Response {
  const { status, headers, url, body } = received;
  const coding = headers['content-encoding'];
  const isCoded = typeof coding === 'string' && coding !== '' && coding !== 'identity';
  const isOk = status >= 200 && status < 300;
  const text = async (): Promise<string> => {
    const source = isCoded ? await collect(decodeBody(whole(received), coding)) : await bytesOf(received);
    const decoded = source.toString();
    return decoded.charCodeAt(0) === BYTE_ORDER_MARK ? decoded.slice(1) : decoded;
  };
  const response = {
    status,
    ok: isOk,
    url,
    // The headers of an error go to the caller; those of an answer are only looked at.
    headers: isOk ? lookUpHeaders(headers) : realHeaders(headers),
    body: body && isCoded ? decodeBody(body, coding) : (body ?? null),
    text,
    json: async (): Promise<unknown> => JSON.parse(await text()),
  };
  // What the SDK asks of a response is above; whoever asks for more gets none from the router.
  return response as unknown as Response;
}

function bytesOf({ body, chunks = [], error }: Received): Buffer | Promise<Buffer> {
  if (body) return collect(body);
  if (error) throw new TypeError('terminated', { cause: error });
  return chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
}

async function* whole(received: Received): AsyncGenerator<Buffer> {
  yield await bytesOf(received);
}

async function collect(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function lookUpHeaders(headers: ReceivedHeaders) {
  const get = (name: string): string | null => {
    const value = headers[name.toLowerCase()];
    return value === undefined ? null : typeof value === 'string' ? value : value.join(', ');
  };
  return { get, has: (name: string) => get(name) !== null, entries: () => Object.keys(headers).map((name) => [name, get(name)]) };
}

function realHeaders(received: ReceivedHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) for (const each of typeof value === 'object' ? value : value === undefined ? [] : [value]) headers.append(name, each);
  return headers;
}
