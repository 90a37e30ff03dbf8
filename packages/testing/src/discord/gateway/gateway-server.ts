import type { Server } from 'node:http';

import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';

import { numberOf, textOf, type Json } from '../json.js';
import { toWireMember } from '../people/wire-places.js';
import type { World, WorldEvent } from '../world.js';

import { createFrameLimit } from './frame-limit.js';
import { readFrame, readShard, sendFrame, type ClientFrame } from './frames.js';
import { createGatewaySession, type GatewaySession } from './gateway-session.js';
import { greet } from './greet.js';

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

/** What the fake's gateway is told. */
interface GatewayOptions {
  readonly http: Server;
  readonly url: string;
  /** Known only after the gateway itself. */
  readonly world: () => World;
  /** Privileged intent bits that the application was granted. */
  readonly grantedIntents: number;
  readonly heartbeatIntervalMs: number;
}

/** Counts of what clients did, for assertions. */
export interface GatewayCounts {
  readonly identifies: number;
  readonly resumes: number;
  readonly heartbeats: number;
}

/** The WebSocket side of the fake. */
export interface GatewayServer {
  readonly sessions: readonly GatewaySession[];
  readonly counts: GatewayCounts;
  readonly announce: (event: WorldEvent) => void;
  /** Ends every socket: without a code as a broken network does, else with that close code. */
  drop(code?: number, reason?: string): void;
  close(): Promise<void>;
}

/** Opens the gateway at `/gateway` of an HTTP server. */
export function createGatewayServer({ http, url, world, grantedIntents, heartbeatIntervalMs }: GatewayOptions): GatewayServer {
  const server = new WebSocketServer({ server: http, path: '/gateway' });
  const sessions = new Map<string, GatewaySession>();
  const counts = { identifies: 0, resumes: 0, heartbeats: 0 };

  server.on('connection', (socket) => {
    let session: GatewaySession | undefined;
    const mayRead = createFrameLimit(() => world().now());
    const refuse = (code: GatewayCloseCodes, detail: string) => {
      world().violations.add({ rule: 'gateway', code, detail });
      socket.close(code, detail);
    };

    const withSession = (act: (opened: GatewaySession) => void) => {
      if (session) act(session);
      else refuse(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
    };
    const handlers: Partial<Record<GatewayOpcodes, (data: Json) => void>> = {
      [GatewayOpcodes.Heartbeat]() {
        counts.heartbeats += 1;
        sendFrame(socket, GatewayOpcodes.HeartbeatAck);
      },
      [GatewayOpcodes.Identify]: identify,
      [GatewayOpcodes.Resume]: resume,
      [GatewayOpcodes.PresenceUpdate]: () => { withSession(() => undefined); },
      [GatewayOpcodes.VoiceStateUpdate]: () => { withSession(() => undefined); },
      [GatewayOpcodes.RequestGuildMembers]: (data) => {
        withSession((opened) => { opened.dispatch('GUILD_MEMBERS_CHUNK', membersChunk(world(), data)); });
      },
    };

    socket.on('close', () => session?.detach(socket));
    // A reset by the test is no failure of the test run.
    socket.on('error', () => undefined);
    socket.on('message', (raw) => {
      const frame = readFrame(raw);
      if (!frame) refuse(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
      else if (!mayRead()) refuse(GatewayCloseCodes.RateLimited, 'More than 120 gateway frames in 60 seconds.');
      else read(frame);
    });
    sendFrame(socket, GatewayOpcodes.Hello, { heartbeat_interval: heartbeatIntervalMs, _trace: [] });

    function read({ op, data }: ClientFrame): void {
      const handle = handlers[op];
      if (handle) handle(data);
      else refuse(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
    }

    function identify(data: Json): void {
      counts.identifies += 1;
      const intents = numberOf(data.intents);
      const shard = readShard(data.shard);
      if (session) refuse(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
      else if (data.token !== world().token) refuse(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      else if (!shard) refuse(GatewayCloseCodes.InvalidShard, 'Invalid shard.');
      else if (intents === undefined) refuse(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
      else if ((intents & PRIVILEGED & ~grantedIntents) !== 0) refuse(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
      else {
        session = createGatewaySession(world().nextId(), socket, { shard, intents });
        sessions.set(session.id, session);
        greet(world(), session, url);
        world().changed.notify();
      }
    }

    function resume(data: Json): void {
      const known = sessions.get(textOf(data.session_id) ?? '');
      if (data.token !== world().token) refuse(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      else if (!known) sendFrame(socket, GatewayOpcodes.InvalidSession, false);
      else {
        counts.resumes += 1;
        session = known;
        known.resume(socket, numberOf(data.seq) ?? 0);
        world().changed.notify();
      }
    }
  });

  return {
    get sessions() {
      return [...sessions.values()];
    },
    counts,
    announce(event) {
      for (const session of sessions.values()) session.hear(event);
    },
    drop(code, reason) {
      for (const socket of server.clients) {
        if (code === undefined) socket.terminate();
        else socket.close(code, reason);
      }
      // From here on events wait for the RESUME, as they do while a client is away.
      for (const session of sessions.values()) for (const socket of server.clients) session.detach(socket);
    },
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise<void>((resolve) => {
        server.close(() => { resolve(); });
      });
    },
  };
}

function membersChunk(world: World, { guild_id, nonce }: Json): Json {
  const members = [...world.users.values()].map(toWireMember);
  return { guild_id, members, chunk_index: 0, chunk_count: 1, not_found: [], ...(nonce !== undefined && { nonce }) };
}
