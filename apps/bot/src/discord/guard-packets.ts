import type { Client, GatewayDispatchPayload } from 'discord.js';

/** Told about a packet that discord.js could not digest. */
export type OnBadPacket = (error: unknown, packet: GatewayDispatchPayload) => void;

/**
 * Keeps a packet that discord.js cannot digest from ending the process.
 *
 * discord.js 14 handles packets inside listeners that nobody awaits, so a
 * payload of an odd form (`components: null`, …) becomes an unhandled rejection
 * or, while the client is not ready, an uncaught exception; `client.on('error')`
 * sees neither. `handlePacket` is the one method that all of them pass through.
 * It is not part of discord.js's public types: should it go, nothing is wrapped
 * and the guard of the process remains.
 */
export function guardPackets(client: Client, onBadPacket: OnBadPacket): void {
  const manager = client.ws as unknown as { handlePacket?: HandlePacket };
  const original = manager.handlePacket;
  if (typeof original !== 'function') return;
  manager.handlePacket = function (packet, shard) {
    try {
      return original.call(this, packet, shard);
    } catch (error) {
      // Without a packet it only goes on with the packets it kept back.
      if (packet) onBadPacket(error, packet);
      return false;
    }
  };
}

type HandlePacket = (this: unknown, packet?: GatewayDispatchPayload, shard?: unknown) => boolean;
