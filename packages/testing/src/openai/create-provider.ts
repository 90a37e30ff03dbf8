import type { ChangeSignal } from '../wait/change-signal.js';

import type { FakeProvider } from './fake-openai.js';
import type { MutableCall } from './provider-call.js';
import { createReplyQueue, type ReplyQueue } from './reply-queue.js';

/** A provider with the parts that only the server uses. */
export interface ProviderState {
  readonly face: FakeProvider;
  readonly replies: ReplyQueue;
  readonly calls: readonly MutableCall[];
  begin(call: MutableCall): void;
  end(): void;
}

/** Makes a provider that was not called yet. */
export function createProvider(name: string, baseUrl: string, changed: ChangeSignal): ProviderState {
  const replies = createReplyQueue();
  const calls: MutableCall[] = [];
  let inFlight = 0;
  let peak = 0;

  return {
    replies,
    calls,
    begin(call) {
      calls.push(call);
      inFlight += 1;
      peak = Math.max(peak, inFlight);
      changed.notify();
    },
    end() {
      inFlight -= 1;
      changed.notify();
    },
    face: {
      name,
      baseUrl,
      queue: (...added) => { replies.queue(...added); },
      always: (reply) => { replies.always(reply); },
      get pending() {
        return replies.pending;
      },
      calls,
      get inFlight() {
        return inFlight;
      },
      get peak() {
        return peak;
      },
      called: (times = 1, options) =>
        changed.waitFor(`call ${times} of the provider "${name}"`, () => (calls.length >= times ? calls[times - 1] : undefined), options),
    },
  };
}
