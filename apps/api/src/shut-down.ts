import { setTimeout } from 'node:timers/promises';

import type { FastifyInstance } from 'fastify';

import type { Readiness } from './health/readiness.js';

/** How a server is stopped. */
export interface ShutDownOptions {
  readonly readiness: Readiness;
  /** Time between `/readyz` turning 503 and the end of listening, for load balancers to notice, in milliseconds. */
  readonly noticeMs: number;
  /** Time for requests that are being answered; connections that are open after it are cut. In milliseconds. */
  readonly drainMs: number;
  /** Waits so many milliseconds. @default setTimeout of `node:timers/promises` */
  readonly wait?: (ms: number) => Promise<unknown>;
}

/**
 * Stops a server without dropping requests: first it asks to be sent nothing
 * more, then it stops listening and answers what it has, then it closes.
 *
 * @returns whether everything was answered before the deadline.
 */
export async function shutDown(app: FastifyInstance, options: ShutDownOptions): Promise<boolean> {
  const { readiness, noticeMs, drainMs, wait = setTimeout } = options;
  readiness.leave();
  if (noticeMs > 0) await wait(noticeMs);
  let isDrained = true;
  const deadline = globalThis.setTimeout(() => {
    isDrained = false;
    app.server.closeAllConnections();
  }, drainMs);
  try {
    await app.close();
  } finally {
    clearTimeout(deadline);
  }
  return isDrained;
}
