import { Worker } from 'node:worker_threads';

/** A delivery that is still to be made when the process ends. */
export interface LastPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

// Plain CommonJS, because a worker made from text can load nothing of ours. It tells on shared memory that it is done.
const PROGRAM = `
const { workerData: { posts, state } } = require('node:worker_threads');
const { gzipSync } = require('node:zlib');
let left = posts.length;
const done = () => { left -= 1; if (left === 0) { Atomics.store(state, 0, 1); Atomics.notify(state, 0); } };
for (const { url, headers, body } of posts) {
  const { request } = require(url.startsWith('https:') ? 'node:https' : 'node:http');
  const zipped = headers['Content-Encoding'] === 'gzip' ? gzipSync(body, { level: 1 }) : body;
  const outgoing = request(url, { method: 'POST', agent: false, headers: { ...headers, 'Content-Length': zipped.byteLength } });
  outgoing.on('response', (response) => { response.resume(); response.on('close', done); response.on('error', () => {}); });
  outgoing.on('error', done);
  outgoing.end(zipped);
}`;

/**
 * Delivers while the process ends, where nothing asynchronous runs any more: a worker thread does it and the process
 * waits for it. Works after `process.exit`, an uncaught error and an unhandled rejection alike, because Node's `exit`
 * event comes after all of them. Never throws.
 *
 * @param timeoutMs Milliseconds that the end of the process is held up at most.
 */
export function deliverAtExit(posts: readonly LastPost[], timeoutMs: number): void {
  if (posts.length === 0) return;
  try {
    const state = new Int32Array(new SharedArrayBuffer(4));
    // Without the flags of the process: a preloaded module would start all over again in there.
    const worker = new Worker(PROGRAM, { eval: true, execArgv: [], workerData: { posts, state }, stdout: true, stderr: true });
    worker.unref();
    worker.on('error', () => undefined);
    Atomics.wait(state, 0, 0, timeoutMs);
  } catch {
    // No worker, no last chance: the app's end goes on as it would.
  }
}
