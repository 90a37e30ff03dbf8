import { createServer } from 'node:http';

import { listen, stopListening } from '../http/listen.js';
import { temporaryFolder } from '../temporary-folder/temporary-folder.js';

import { REDIS_PROGRAM } from './redis-availability.js';
import { redisCommand, type RedisReply } from './redis-command.js';
import { startRedisProcess, type RedisProcess } from './redis-process.js';

/** How a Redis server is set up. */
export interface RedisOptions {
  /**
   * The program.
   * @default 'redis-server', found on the PATH
   */
  readonly program?: string;
  /** Further settings as arguments, such as `['--maxmemory-policy', 'noeviction']`. */
  readonly settings?: readonly string[];
}

/** A real Redis server of this test alone, without persistence. */
export interface RedisServer extends AsyncDisposable {
  /** `redis://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** Sends one command over a connection of its own. */
  command(...command: readonly string[]): Promise<RedisReply>;
  /** Ends the server as a crash does: connections break, everything is lost. */
  stop(): Promise<void>;
  /** Starts it again on the same port, empty. Ends it first if it runs. */
  restart(): Promise<void>;
  /** Freezes the server: connections stay open, nothing answers. */
  pause(): void;
  /** Wakes it again; what waited is answered. */
  resume(): void;
}

/** How often another free port is tried when somebody takes ours between look and use. */
const MAX_PORT_TRIES = 5;

/**
 * Starts a Redis server and resolves when it answers PING.
 * @throws When the program is not there: ask `redisSkipReason()` before.
 *
 * @example
 * await using redis = await startRedis();
 * await redis.command('SET', 'key', 'value');
 */
export async function startRedis({ program = REDIS_PROGRAM, settings = [] }: RedisOptions = {}): Promise<RedisServer> {
  const folder = await temporaryFolder();
  const start = (at: number) => startRedisProcess(program, at, folder.path, settings);
  let running: RedisProcess | undefined;
  let port = 0;
  for (let tries = 1; !running; tries += 1) {
    port = await freePort();
    try {
      running = await start(port);
    } catch (error) {
      if (tries < MAX_PORT_TRIES && isPortTaken(error)) continue;
      await folder[Symbol.asyncDispose]();
      throw error;
    }
  }
  const stop = async () => {
    await running?.kill();
    running = undefined;
  };

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    command: (...command) => redisCommand(port, command),
    stop,
    async restart() {
      await stop();
      running = await start(port);
    },
    pause() {
      running?.child.kill('SIGSTOP');
    },
    resume() {
      running?.child.kill('SIGCONT');
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server);
  await stopListening(server);
  return port;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && /Address already in use|Another server holds port/.test(error.message);
}
