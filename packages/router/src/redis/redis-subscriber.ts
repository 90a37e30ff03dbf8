import type { RedisClient } from './redis-client.js';

/** Messages of channels, over a connection of its own that is opened with the first subscription. */
export interface Subscriber {
  /**
   * Returns the way out.
   * @param onSubscribed Called each time it begins to hear: what was said before was missed.
   */
  readonly subscribe: (channel: string, listener: (message: string) => void, onSubscribed?: () => void) => () => void;
  close(): Promise<void>;
}

interface Subscription {
  readonly listener: (message: string) => void;
  readonly onSubscribed: (() => void) | undefined;
}

/** Makes a subscriber; nothing is opened yet. */
export function createSubscriber(createClient: () => RedisClient | Promise<RedisClient>): Subscriber {
  const channels = new Map<string, Set<Subscription>>();
  let opening: Promise<RedisClient | undefined> | undefined;
  let isClosed = false;

  const hear = async (client: RedisClient, channel: string) => {
    try {
      await client.subscribe(channel);
      for (const { onSubscribed } of [...(channels.get(channel) ?? [])]) onSubscribed?.();
    } catch {
      // The connection broke; the next one subscribes again.
    }
  };
  const open = async () => {
    try {
      const client = await createClient();
      client.on('error', () => undefined);
      client.on('message', (channel, message) => {
        for (const { listener } of [...(channels.get(channel) ?? [])]) listener(message);
      });
      client.on('ready', () => {
        for (const channel of channels.keys()) void hear(client, channel);
      });
      if (isClosed) client.disconnect();
      else client.connect().catch(() => undefined);
      return client;
    } catch {
      return undefined;
    }
  };

  return {
    subscribe(channel, listener, onSubscribed) {
      const subscription: Subscription = { listener, onSubscribed };
      const known = channels.get(channel) ?? new Set();
      const isFirst = known.size === 0;
      known.add(subscription);
      channels.set(channel, known);
      const isOpen = opening !== undefined;
      opening ??= open();
      if (isOpen) {
        void opening.then((client) => {
          if (client?.status !== 'ready') return;
          if (isFirst) void hear(client, channel);
          else onSubscribed?.();
        });
      }
      return () => {
        known.delete(subscription);
        if (known.size > 0 || channels.get(channel) !== known) return;
        channels.delete(channel);
        void opening?.then((client) => {
          if (client?.status === 'ready') client.unsubscribe(channel).catch(() => undefined);
        });
      };
    },
    async close() {
      isClosed = true;
      channels.clear();
      const client = await opening;
      client?.disconnect();
    },
  };
}
