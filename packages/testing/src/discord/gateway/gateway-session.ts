import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

import type { WorldEvent } from '../world.js';

/** How many events a session remembers for a RESUME. */
const MAX_REPLAY = 1_000;

/** One logical connection of a client: it outlives its sockets. */
export interface GatewaySession {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** Whether a socket is connected now. */
  readonly isConnected: boolean;
  /** Sends an event now, or after the next RESUME. */
  dispatch(name: string, data: unknown): void;
  /** Whether the session hears the event; if so, sends it. */
  hear(event: WorldEvent): void;
  /** Sends again everything after `sequence`. */
  resume(socket: WebSocket, sequence: number): void;
  detach(socket: WebSocket): void;
}

/** Begins a session on the socket that identified. */
export function createGatewaySession(
  id: string,
  first: WebSocket,
  { shard, intents }: { readonly shard: readonly [number, number]; readonly intents: number },
): GatewaySession {
  let socket: WebSocket | undefined = first;
  let sequence = 0;
  const sent: { readonly s: number; readonly frame: string }[] = [];

  const dispatch: GatewaySession['dispatch'] = (name, data) => {
    sequence += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: sequence, d: data });
    sent.push({ s: sequence, frame });
    if (sent.length > MAX_REPLAY) sent.shift();
    socket?.send(frame);
  };

  return {
    id,
    shard,
    intents,
    get isConnected() {
      return socket !== undefined;
    },
    dispatch,

    hear({ name, data, dataWithoutContent, guildId, intents: wanted }) {
      // Discord's sharding formula; direct messages go to shard 0.
      const shardId = guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shard[1]));
      if (shardId !== shard[0] || (wanted !== undefined && (intents & wanted) === 0)) return;
      const readsContent = (intents & GatewayIntentBits.MessageContent) !== 0;
      dispatch(name, readsContent || dataWithoutContent === undefined ? data : dataWithoutContent);
    },

    resume(next, after) {
      socket = next;
      for (const { s, frame } of sent) if (s > after) next.send(frame);
      dispatch('RESUMED', { _trace: [] });
    },

    detach(closed) {
      if (socket === closed) socket = undefined;
    },
  };
}
