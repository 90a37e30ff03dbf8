import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { answerBody } from './answer-body.js';
import { fillPlaceholders } from './placeholders.js';
import type { StreamEvent } from './provider-step.js';
import type { MutableScriptedRequest } from './scripted-request.js';
import { eventText } from './stream-event.js';

/** Milliseconds between the last bytes and a reset: a reset that overtakes them would take them along. */
const RESET_AFTER_MS = 5;

/** What the player needs and tells. */
export interface StepStage {
  readonly request: MutableScriptedRequest;
  readonly response: ServerResponse;
  /** Aborts when the connection is gone. */
  readonly gone: AbortSignal;
  /** Epoch milliseconds for placeholders. */
  readonly now: () => number;
  /** Says that the provider itself ends the connection. */
  readonly onCut: () => void;
}

/** Plays one step to its end, or until the client has left. */
export async function playStep(stage: StepStage): Promise<void> {
  const { request, response, gone } = stage;
  const { step } = request;
  await pause(step.latencyMs ?? 0, gone);
  if (gone.aborted) return;
  switch (step.network) {
    case 'hang':
      return;
    case 'reset':
    case 'refused':
      reset(stage);
      return;
    case undefined:
  }
  const headers = Object.fromEntries(Object.entries(step.headers ?? {}).map(([name, value]) => [name, fillPlaceholders(value, stage.now())]));
  if (step.stream) {
    response.writeHead(step.status ?? 200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache', ...headers });
    response.flushHeaders();
    await playStream(step.stream, stage);
    return;
  }
  const bytes = Buffer.from(answerBody(step, request, stage.now()));
  response.writeHead(step.status ?? 200, { 'content-type': 'application/json', 'content-length': bytes.byteLength, ...headers });
  if (step.bodyStall) {
    request.usage = undefined;
    response.write(bytes.subarray(0, bytes.byteLength >> 1));
    return;
  }
  request.isComplete = true;
  response.end(bytes);
}

async function playStream(events: readonly StreamEvent[], stage: StepStage): Promise<void> {
  const { request, response, gone } = stage;
  let isFirst = true;
  for (const event of events) {
    await pause(event.afterMs ?? 0, gone);
    if (gone.aborted || event.stall) return;
    if (event.drop) {
      await pause(RESET_AFTER_MS, gone);
      reset(stage);
      return;
    }
    const text = eventText(event, request, isFirst);
    if (text === undefined) continue;
    if (event.delta !== undefined || event.toolCall) isFirst = false;
    await new Promise<void>((resolve) => {
      response.write(text, () => { resolve(); });
    });
    if (event.done) request.isComplete = true;
  }
  response.end();
}

function reset({ response, onCut }: StepStage): void {
  onCut();
  response.socket?.resetAndDestroy();
}

/** Waits, or ends early without an error when the client leaves. */
async function pause(ms: number, gone: AbortSignal): Promise<void> {
  if (ms > 0) await delay(ms, undefined, { signal: gone }).catch(() => undefined);
}
