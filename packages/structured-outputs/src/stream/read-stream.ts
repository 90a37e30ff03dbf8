import type { Completion, CompletionChunk } from '../client/completion.js';
import type { Call } from '../engine/call.js';
import { CallStop } from '../engine/call-stop.js';
import type { Plan } from '../engine/plan.js';
import type { RequestTrace } from '../trace/trace-request.js';

import { createAssembler } from './assemble.js';

/**
 * Reads a streamed answer to its end and shows the sink each piece. A pause
 * longer than `timeoutMs`, an abort or a deadline ends it in the middle.
 */
export async function readStream(response: unknown, call: Call, { mode }: Plan, trace?: RequestTrace): Promise<Completion> {
  const { scope, sink, settings, model } = call;
  // A client that cannot stream gives the whole at once.
  if (!isAsyncIterable(response)) return response as Completion;
  const assembler = createAssembler(mode === 'TOOLS' ? model.name : undefined);
  const chunks = response[Symbol.asyncIterator]();
  let isDone = false;
  try {
    for (;;) {
      scope.startClock(settings.timeoutMs);
      const next = await scope.race(chunks.next());
      if (next.done) {
        isDone = true;
        return assembler.completion();
      }
      trace?.chunk();
      const chunk = next.value as CompletionChunk;
      if (chunk.error !== undefined && chunk.error !== null) throw new CallStop('transport', 'the provider broke off the stream with an error');
      const text = assembler.add(chunk);
      if (text !== '') {
        const pushed = sink?.push(text);
        // The consumer is slow: that is no fault of the provider's.
        if (pushed) {
          scope.stopClock();
          await scope.race(pushed);
        }
      }
    }
  } finally {
    // Closes the connection; nobody waits for it, and nobody wants its complaints.
    if (!isDone) void Promise.resolve(chunks.return?.()).catch(() => undefined);
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
