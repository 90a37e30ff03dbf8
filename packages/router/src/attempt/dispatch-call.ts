import type { Agent, Dispatcher } from 'undici';

import { type BodyQueue, createBodyQueue } from './body-queue.js';
import type { ProviderCall, SendCall } from './provider-call.js';
import { providerResponse, type ReceivedHeaders } from './provider-response.js';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Sends a call by the shortest way that undici has: no `Request`, no `Headers`, no web stream. Like `fetch`,
 * it rejects with a `TypeError` whose cause says what broke the connection. Whole answers resolve when they are whole.
 *
 * @param follow - Sends a call anew that was answered with a redirection, and goes where it leads.
 */
export function dispatchCall(agent: Agent, call: ProviderCall, follow: SendCall): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { origin, path, fields, stop } = call;
    const url = `${origin}${path}`;
    let controller: Dispatcher.DispatchController | undefined;
    let head: { readonly status: number; readonly headers: ReceivedHeaders } | undefined;
    let stream: BodyQueue | undefined;
    const chunks: Buffer[] = [];

    const onAbort = (): void => {
      // A call that still waits for a connection is dropped when it gets one.
      if (controller) controller.abort(aborted());
      else reject(aborted());
    };
    if (stop.aborted) {
      onAbort();
      return;
    }
    stop.addEventListener('abort', onAbort, { once: true });
    agent.dispatch({ origin, path, method: 'POST', headers: fields as Record<string, string>, body: call.body }, {
      onRequestStart(own) {
        controller = own;
        if (stop.aborted) own.abort(aborted());
      },
      onResponseStart(own, status, headers) {
        // Early hints and the like: the answer is still to come.
        if (status < 200) return;
        head = { status, headers };
        call.onHeaders?.();
        if (!call.isStream || status >= 300) return;
        stream = createBodyQueue(own);
        resolve(providerResponse({ status, headers, url, body: stream }));
      },
      onResponseData(_own, chunk) {
        if (stream) stream.push(chunk);
        else chunks.push(chunk);
      },
      onResponseEnd() {
        if (stream) stream.end();
        else if (REDIRECTS.has(head!.status) && head!.headers.location !== undefined) resolve(follow(call));
        else resolve(providerResponse({ url, chunks, ...head! }));
      },
      onResponseError(_own, error) {
        if (stream) stream.fail(stop.aborted ? aborted() : new TypeError('terminated', { cause: error }));
        else if (head && !stop.aborted) resolve(providerResponse({ url, chunks, error, ...head }));
        else reject(stop.aborted ? aborted() : new TypeError('fetch failed', { cause: error }));
      },
    });
  });
}

function aborted(): Error {
  return new DOMException('The request was aborted', 'AbortError');
}
