import type { Answer, Chunk, Transport } from '../src/index.js';

/** How the providers in memory behave. */
export interface MemoryTransportOptions {
  /** Throws for a request that is to fail. */
  readonly fail?: (deployment: string) => void;
}

const USAGE = { prompt_tokens: 12, completion_tokens: 8, total_tokens: 20 };

/** Providers that answer at once, without HTTP: what is left is the router itself. */
export function createMemoryTransport({ fail }: MemoryTransportOptions = {}): Transport {
  let count = 0;
  return {
    send({ kind, body, deployment }) {
      fail?.(deployment.id);
      count += 1;
      const model = String(body.model);
      const answer = kind === 'chat'
        ? { id: `c${count}`, object: 'chat.completion', created: 1, model, choices: [{ index: 0, finish_reason: 'stop', logprobs: null, message: { role: 'assistant', content: `Answer ${count}`, refusal: null } }], usage: USAGE }
        : { object: 'list', model, data: [{ object: 'embedding', index: 0, embedding: [1, 0, 0, 0] }], usage: { prompt_tokens: 3, total_tokens: 3 } };
      return Promise.resolve(answer as unknown as Answer);
    },
    open({ body, deployment }) {
      fail?.(deployment.id);
      count += 1;
      return Promise.resolve(chunks(`s${count}`, String(body.model)));
    },
    async streamOf(iterate, controller) {
      const { Stream } = await import('openai/core/streaming');
      return new Stream<Chunk>(iterate, controller);
    },
    release: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function* chunks(id: string, model: string): AsyncGenerator<Chunk> {
  const head = { id, object: 'chat.completion.chunk', created: 1, model } as const;
  for (const content of ['Ada ', 'Love', 'lace']) yield { ...head, choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }] };
  yield { ...head, choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  yield { ...head, choices: [], usage: USAGE };
  await Promise.resolve();
}
