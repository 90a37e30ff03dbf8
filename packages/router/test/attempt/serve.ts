import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server of one's own words, for what no proper provider says. */
export interface OwnServer extends AsyncDisposable {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  /** Resolves when a connection that carried an answer was cut by the client. */
  readonly left: Promise<unknown>;
}

/** Starts one; `answer` is called when the body of a request is there. */
export async function serve(answer: (response: ServerResponse, request: Arrived) => void): Promise<OwnServer> {
  const arrived: Arrived[] = [];
  let leave: (value: unknown) => void;
  const left = new Promise((resolve) => { leave = resolve; });
  const listener: RequestListener = (request, response) => {
    response.on('close', () => { if (!response.writableFinished) leave(true); });
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => { body += piece; });
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      arrived.push(one);
      answer(response, one);
    });
  };
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    arrived,
    left,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
