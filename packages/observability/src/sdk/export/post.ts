import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

/** What became of a delivery. */
export type PostResult =
  | { readonly kind: 'accepted'; readonly answer: Uint8Array }
  | { readonly kind: 'retry'; readonly reason: string; readonly afterMs: number | undefined }
  | { readonly kind: 'refused'; readonly reason: string };

/** One delivery. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly isCompressed: boolean;
  /** Milliseconds until it is given up. */
  readonly timeoutMs: number;
}

/** Delivers to one place over connections that are kept. It never rejects. */
export interface Poster {
  post(request: PostRequest): Promise<PostResult>;
  /** Drops every connection; what is under way ends as `retry`. */
  close(): void;
}

const zip = promisify(gzip);
/** More than this of an answer is not read. */
const MAX_ANSWER = 65_536;
/** Statuses after which OTLP asks to try again (OTLP specification 1.7, "Retryable response codes"). */
const RETRYABLE = new Set([408, 429, 502, 503, 504]);

/** Makes a poster. Not `fetch`: that is instrumented, and its own deliveries would be spans. */
export function createPoster(): Poster {
  const agents = {
    http: new HttpAgent({ keepAlive: true, maxSockets: 4 }),
    https: new HttpsAgent({ keepAlive: true, maxSockets: 4 }),
  };

  return {
    async post(request) {
      try {
        const body = request.isCompressed ? await zip(request.body, { level: constants.Z_BEST_SPEED }) : request.body;
        return await send({ ...request, body });
      } catch (error) {
        return { kind: 'refused', reason: error instanceof TypeError ? 'invalid_request' : 'export_failed' };
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };

  function send({ url, headers, body, isCompressed, timeoutMs }: PostRequest): Promise<PostResult> {
    return new Promise((resolve) => {
      const isTls = url.startsWith('https:');
      const outgoing = (isTls ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: isTls ? agents.https : agents.http,
        headers: {
          ...headers,
          'Content-Type': 'application/x-protobuf',
          'Content-Length': body.byteLength,
          'User-Agent': 'discord-intelligence-observability',
          ...(isCompressed && { 'Content-Encoding': 'gzip' }),
        },
      });
      const deadline = setTimeout(() => {
        finish({ kind: 'retry', reason: 'timeout', afterMs: undefined });
        outgoing.destroy();
      }, timeoutMs);
      const finish = (result: PostResult) => {
        clearTimeout(deadline);
        resolve(result);
      };
      outgoing.on('error', (error: NodeJS.ErrnoException) => {
        finish({ kind: 'retry', reason: error.code ?? 'export_failed', afterMs: undefined });
      });
      outgoing.on('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size <= MAX_ANSWER) parts.push(part);
          else response.destroy();
        });
        response.on('error', () => undefined);
        // After `end` as well as after being cut off: the status has said what became of it.
        response.on('close', () => {
          finish(resultOf(response.statusCode ?? 0, response.headers['retry-after'], Buffer.concat(parts)));
        });
      });
      outgoing.end(body);
    });
  }
}

function resultOf(status: number, retryAfter: string | undefined, answer: Uint8Array): PostResult {
  if (status >= 200 && status < 300) return { kind: 'accepted', answer };
  if (!RETRYABLE.has(status)) return { kind: 'refused', reason: String(status) };
  const seconds = Number(retryAfter);
  return { kind: 'retry', reason: String(status), afterMs: retryAfter !== undefined && Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined };
}
