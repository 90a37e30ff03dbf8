import { createCircuitBreaker } from './circuit-breaker.js';
import { createDeadlines } from './deadlines.js';
import { RedisUnavailableError } from './errors.js';
import { createScriptHashes, type LuaScript } from './lua-script.js';
import { createIoredisClient, type RedisClient, type RedisClientFactory, type RedisClientSettings } from './redis-client.js';
import { createSubscriber } from './redis-subscriber.js';

/** How Redis is reached. */
export interface RedisConnectionOptions {
  /** `redis://` or `rediss://`; never shown in errors. */
  readonly url: string;
  /**
   * Milliseconds for one command, 10 to 60,000. A slow Redis is worse than a dead one, so that it is short.
   * Time in which this process was too busy to listen is not counted.
   * @default 50
   */
  readonly commandTimeoutMs?: number;
  /**
   * Milliseconds that the very first commands wait for the connection.
   * @default 500
   */
  readonly firstConnectTimeoutMs?: number;
  /**
   * Failures in a row after which commands fail at once. What fails within half of `commandTimeoutMs`, and
   * within 100 ms at most, counts as one: a pause under fifty commands is one pause.
   * @default 5
   */
  readonly breakerFailures?: number;
  /**
   * Milliseconds between two probes of a sick server; also the longest wait before it is connected again.
   * @default 1000
   */
  readonly probeEveryMs?: number;
  /** @default ioredis, loaded on first need */
  readonly createClient?: RedisClientFactory;
}

/** One shared connection that never hangs a call and comes back by itself. */
export interface RedisConnection extends AsyncDisposable {
  /** Whether commands are expected to fail now. */
  readonly isDegraded: boolean;
  /**
   * Runs a script, sending its text only when the server does not know it.
   * @param patience How many times the usual time limit it may take: for what cannot be done without.
   * @throws RedisUnavailableError Also within milliseconds when the server is frozen.
   */
  script(script: LuaScript, keys: readonly string[], parameters: readonly (string | number)[], patience?: number): Promise<unknown>;
  /**
   * Runs a plain command.
   * @param extraMs Milliseconds it may take longer than others (WAIT).
   * @throws RedisUnavailableError
   */
  command(parts: readonly [name: string, ...parameters: (string | number)[]], extraMs?: number): Promise<unknown>;
  /**
   * Receives messages of a channel over a second connection, again after each reconnect. Returns the way out.
   * @param onSubscribed Called each time it begins to hear: what was said before was missed.
   */
  subscribe(channel: string, listener: (message: string) => void, onSubscribed?: () => void): () => void;
  /** Calls the listener whenever Redis is usable again (also for the first time). Returns the way out. */
  onRestored(listener: () => void): () => void;
  /** Resolves when the first attempt to connect is over, well or not. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

const DEFAULTS = { commandTimeoutMs: 50, firstConnectTimeoutMs: 500, breakerFailures: 5, probeEveryMs: 1_000 } as const;

/** What a time limit of a command may be, in milliseconds. Shorter ones would be noise of the timers. */
export const COMMAND_TIMEOUT_RANGE_MS = { min: 10, max: 60_000 } as const;

/** Milliseconds between two failures that count for the breaker, however long commands may take. */
const LONGEST_GAP_MS = 100;

/** Pause before the n-th reconnect: doubling from here. */
const RECONNECT_MS = 25;

/** Milliseconds for the polite end of a connection. */
const DISCONNECT_MS = 50;

/**
 * Opens the connection in the background; nothing waits for it but the first commands.
 * @throws RangeError When `commandTimeoutMs` is out of range.
 */
export function createRedisConnection(options: RedisConnectionOptions): RedisConnection {
  const { url, commandTimeoutMs, firstConnectTimeoutMs, breakerFailures, probeEveryMs } = { ...DEFAULTS, ...options };
  const { createClient = createIoredisClient } = options;
  const { min, max } = COMMAND_TIMEOUT_RANGE_MS;
  if (!(commandTimeoutMs >= min && commandTimeoutMs <= max)) throw new RangeError(`commandTimeoutMs must be ${min} to ${max}, got ${commandTimeoutMs}`);
  const hashOf = createScriptHashes();
  const { within } = createDeadlines();
  const restored = new Set<() => void>();
  const settings: RedisClientSettings = {
    lazyConnect: true,
    enableOfflineQueue: false,
    enableReadyCheck: false,
    enableAutoPipelining: true,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    disableClientInfo: true,
    disconnectTimeout: DISCONNECT_MS,
    connectTimeout: Math.max(probeEveryMs, firstConnectTimeoutMs),
    retryStrategy: (times) => Math.min(RECONNECT_MS * 2 ** Math.min(times, 10), probeEveryMs),
  };
  let client: RedisClient | undefined;
  let isClosed = false;

  const announce = () => {
    if (connection.isDegraded) return;
    for (const listener of [...restored]) listener();
  };
  const breaker = createCircuitBreaker({
    failures: breakerFailures,
    gapMs: Math.min(commandTimeoutMs / 2, LONGEST_GAP_MS),
    probeEveryMs,
    async probe() {
      try {
        if (client?.status !== 'ready') throw new RedisUnavailableError('not-connected');
        await within(client.call('PING'), commandTimeoutMs);
      } catch (error) {
        // A frozen server would keep a queue of probes: start over with a new connection.
        if (client?.status === 'ready' || client?.status === 'connect') client.disconnect(true);
        throw error;
      }
    },
    onChange(isOpen) {
      if (!isOpen) announce();
    },
  });
  const subscriber = createSubscriber(() => createClient(url, { ...settings, enableAutoPipelining: false }));

  const connect = async () => {
    client = await createClient(url, settings);
    // Without a listener an 'error' event would end the process; the state is told by `isDegraded`.
    client.on('error', () => undefined);
    client.on('ready', () => {
      if (breaker.isOpen) breaker.probeSoon();
      else announce();
    });
    if (isClosed) client.disconnect();
    else await client.connect();
  };
  let connecting: Promise<void> | undefined = within(connect(), firstConnectTimeoutMs).then(ignore, ignore);
  void connecting.then(() => { connecting = undefined; });

  const run = async (send: (client: RedisClient) => Promise<unknown>, timeoutMs: number): Promise<unknown> => {
    if (connecting) await connecting;
    if (isClosed) throw new RedisUnavailableError('closed');
    if (breaker.isOpen) throw new RedisUnavailableError('breaker-open');
    if (client?.status !== 'ready') {
      // Counted too: the probes of the breaker end a connection that hangs in its handshake.
      breaker.fail();
      throw new RedisUnavailableError('not-connected');
    }
    try {
      const reply = await within(send(client), timeoutMs);
      breaker.succeed();
      return reply;
    } catch (error) {
      breaker.fail();
      throw toUnavailable(error);
    }
  };

  const connection: RedisConnection = {
    get isDegraded() {
      return isClosed || breaker.isOpen || client?.status !== 'ready';
    },
    script: (script, keys, parameters, patience = 1) =>
      run((ready) => {
        const rest = [...keys, ...parameters];
        return ready.evalsha(hashOf(script), keys.length, ...rest).catch((error: unknown) => {
          if (replyCode(error) !== 'NOSCRIPT') throw error;
          return ready.eval(script.lua, keys.length, ...rest);
        });
      }, commandTimeoutMs * patience),
    command: ([name, ...parameters], extraMs = 0) => run((ready) => ready.call(name, ...parameters), commandTimeoutMs + extraMs),
    subscribe: subscriber.subscribe,
    onRestored(listener) {
      restored.add(listener);
      return () => restored.delete(listener);
    },
    async ready() {
      await connecting;
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      restored.clear();
      breaker.close();
      client?.disconnect();
      await Promise.all([connecting, subscriber.close()]);
    },
    [Symbol.asyncDispose]: () => connection.close(),
  };
  return connection;
}

function ignore(): void {
  // How the first connection ended is told by `isDegraded`.
}

/** The first word of an error reply, such as `NOSCRIPT` or `LOADING`; never its arguments. */
function replyCode(error: unknown): string | undefined {
  const message = error instanceof Error && error.name === 'ReplyError' ? error.message : '';
  return /^[A-Z]+/u.exec(message)?.[0];
}

function toUnavailable(error: unknown): RedisUnavailableError {
  if (RedisUnavailableError.is(error)) return error;
  const code = replyCode(error);
  return code === undefined ? new RedisUnavailableError('connection-lost') : new RedisUnavailableError('refused', code);
}
