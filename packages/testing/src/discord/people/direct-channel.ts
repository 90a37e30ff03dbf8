import type { FakeChannel, World } from '../world.js';

/** The direct message channel with a person; made at the first use. */
export function openDirectChannel(world: World, recipientId: string): FakeChannel {
  const known = [...world.channels.values()].find((channel) => channel.recipientId === recipientId);
  if (known) return known;
  const channel: FakeChannel = { id: world.nextId(), name: 'direct message', recipientId };
  world.channels.set(channel.id, channel);
  return channel;
}
