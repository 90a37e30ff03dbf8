import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { ReplyBody, ReplyPlan, StreamStep } from './reply-plan.js';

/** What the player needs to know and to tell. */
export interface Stage {
  readonly response: ServerResponse;
  /** Aborts when the client is gone: nobody is left to play for. */
  readonly gone: AbortSignal;
  readonly onHeaders: (status: number) => void;
  /** Says that the fake itself ends the connection. */
  readonly onCut: () => void;
}

/** Plays a reply to the end, or until the client has left. */
export async function playReply(plan: ReplyPlan, stage: Stage): Promise<void> {
  await pause(plan, stage.gone);
  if (stage.gone.aborted) return;
  const { response } = stage;
  const status = plan.status ?? 200;
  const head = (headers: Record<string, string | number>) => {
    stage.onHeaders(status);
    response.writeHead(status, { ...headers, ...plan.headers });
  };

  const { body } = plan;
  switch (body.kind) {
    case 'json':
    case 'raw': {
      const bytes = Buffer.from(body.kind === 'json' ? JSON.stringify(body.value) : body.text);
      head({ 'content-type': body.kind === 'json' ? 'application/json' : body.contentType, 'content-length': bytes.byteLength });
      response.end(bytes);
      return;
    }
    case 'empty':
      head({ 'content-length': 0 });
      response.end();
      return;
    case 'truncated':
    case 'stalled':
      await playPart(body, head, stage);
      return;
    case 'stream':
      head({ 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
      response.flushHeaders();
      for (const step of body.steps) if (!(await playStep(step, stage))) return;
      response.end();
      return;
    case 'hang':
      return;
    case 'reset':
      stage.onCut();
      response.socket?.resetAndDestroy();
      return;
    default:
      body satisfies never;
  }
}

async function playPart(
  body: Extract<ReplyBody, { kind: 'truncated' | 'stalled' }>,
  head: (headers: Record<string, string | number>) => void,
  stage: Stage,
): Promise<void> {
  const bytes = Buffer.from(body.text);
  head({ 'content-type': 'application/json', 'content-length': bytes.byteLength });
  await flushed(stage.response, bytes.subarray(0, body.sentBytes));
  if (body.kind === 'truncated') cut(stage);
}

/** Plays one step; answers whether the stream goes on. */
async function playStep(step: StreamStep, stage: Stage): Promise<boolean> {
  await pause({ ...step, ...(step.afterMs !== undefined && { delayMs: step.afterMs }) }, stage.gone);
  if (stage.gone.aborted) return false;
  const { response } = stage;
  switch (step.kind) {
    case 'data': {
      const name = step.event === undefined ? '' : `event: ${step.event}\n`;
      const data = typeof step.data === 'string' ? step.data : JSON.stringify(step.data);
      await flushed(response, `${name}data: ${data}\n\n`);
      return true;
    }
    case 'comment':
      await flushed(response, `: ${step.text}\n\n`);
      return true;
    case 'raw':
      await flushed(response, step.text);
      return true;
    case 'done':
      await flushed(response, 'data: [DONE]\n\n');
      return true;
    case 'cut':
      cut(stage);
      return false;
    case 'reset':
      stage.onCut();
      response.socket?.resetAndDestroy();
      return false;
    case 'stall':
      return false;
  }
}

function cut({ response, onCut }: Stage): void {
  onCut();
  response.socket?.destroy();
}

/** Resolves when the bytes have left the process, or cannot any more. */
async function flushed(response: ServerResponse, bytes: string | Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    response.write(bytes, () => { resolve(); });
  });
}

async function pause({ delayMs = 0, gate }: Pick<ReplyPlan, 'delayMs' | 'gate'>, gone: AbortSignal): Promise<void> {
  // Ends early, without an error, when the client leaves.
  if (delayMs > 0) await delay(delayMs, undefined, { signal: gone }).catch(() => undefined);
  if (!gate || gone.aborted) return;
  await new Promise<void>((resolve) => {
    gone.addEventListener('abort', () => { resolve(); }, { once: true });
    void gate.pass().then(resolve);
  });
}
