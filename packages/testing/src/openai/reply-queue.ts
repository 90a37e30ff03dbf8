import type { ProviderCall } from './provider-call.js';
import type { Endpoint, Reply, ReplyFunction, ReplyPlan } from './reply-plan.js';

/** The script of one provider. */
export interface ReplyQueue {
  /** Adds replies; each answers one request. */
  queue(...replies: readonly Reply[]): void;
  /** Answers every request for which nothing is queued. */
  always(reply: Reply): void;
  /** Replies that no request has taken yet. */
  readonly pending: number;
  /** Takes the reply for a request; `undefined` when there is none. */
  take(call: ProviderCall): Promise<ReplyPlan> | undefined;
}

interface Entry {
  readonly endpoint: Endpoint | undefined;
  readonly play: ReplyFunction;
}

/** Makes an empty script. */
export function createReplyQueue(): ReplyQueue {
  const queued: Entry[] = [];
  const standing: Entry[] = [];
  const fits = (path: string) => ({ endpoint }: Entry) => endpoint === undefined || path === `/${endpoint}`;

  return {
    queue(...replies) {
      queued.push(...replies.map(toEntry));
    },
    always(reply) {
      // The newest comes first; replies for other endpoints stay.
      standing.unshift(toEntry(reply));
    },
    get pending() {
      return queued.length;
    },
    take(call) {
      const index = queued.findIndex(fits(call.path));
      const entry = index === -1 ? standing.find(fits(call.path)) : queued.splice(index, 1)[0];
      return entry && Promise.resolve(call).then(entry.play);
    },
  };
}

function toEntry(reply: Reply): Entry {
  if (typeof reply === 'function') return { endpoint: undefined, play: reply };
  return 'play' in reply ? reply : { endpoint: undefined, play: () => reply };
}
