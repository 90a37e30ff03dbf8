import type { GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';

import { isJson, type Json } from '../json.js';

/** A frame of a client. Its opcode may be one that Discord does not have. */
export interface ClientFrame {
  readonly op: GatewayOpcodes;
  readonly data: Json;
}

/** Reads a frame; `undefined` when it is no JSON or has no opcode. */
export function readFrame(raw: RawData): ClientFrame | undefined {
  try {
    // Text frames of `ws` arrive as one Buffer.
    const frame: unknown = JSON.parse((raw as Buffer).toString());
    if (!isJson(frame) || !Number.isInteger(frame.op)) return undefined;
    return { op: frame.op as GatewayOpcodes, data: isJson(frame.d) ? frame.d : {} };
  } catch {
    return undefined;
  }
}

/** Sends a frame that is no dispatch. */
export function sendFrame(socket: WebSocket, op: GatewayOpcodes, data: unknown = null): void {
  socket.send(JSON.stringify({ op, t: null, s: null, d: data }));
}

/** The `shard` of an IDENTIFY: the id and the number of shards; `undefined` when it makes no sense. */
export function readShard(value: unknown): readonly [id: number, count: number] | undefined {
  if (value === undefined) return [0, 1];
  const [id, count] = Array.isArray(value) ? (value as unknown[]) : [];
  const isShard = Number.isInteger(id) && Number.isInteger(count) && Number(id) >= 0 && Number(id) < Number(count);
  return isShard ? [Number(id), Number(count)] : undefined;
}
