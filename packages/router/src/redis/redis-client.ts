/** The part of an ioredis client that is used; another client may stand in for it. */
export interface RedisClient {
  /** `ready` when commands can be sent. */
  readonly status: string;
  connect(): Promise<void>;
  /** Ends the connection at once; with `true` it connects again. */
  disconnect(reconnect?: boolean): void;
  evalsha(sha: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
  eval(lua: string, keyCount: number, ...keysAndArguments: (string | number)[]): Promise<unknown>;
  call(command: string, ...parameters: (string | number)[]): Promise<unknown>;
  subscribe(channel: string): Promise<unknown>;
  unsubscribe(channel: string): Promise<unknown>;
  on(event: 'ready' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'message', listener: (channel: string, message: string) => void): unknown;
}

/** How a client is to behave: it never queues, resends or retries by itself, because the caller knows better. */
export interface RedisClientSettings {
  readonly lazyConnect: true;
  readonly enableOfflineQueue: false;
  readonly enableReadyCheck: false;
  readonly enableAutoPipelining: boolean;
  readonly autoResendUnfulfilledCommands: false;
  readonly maxRetriesPerRequest: 0;
  readonly disableClientInfo: true;
  readonly connectTimeout: number;
  /** Milliseconds for the polite end of a connection; what was worth waiting for has been awaited before. */
  readonly disconnectTimeout: number;
  readonly retryStrategy: (times: number) => number;
}

/** Makes a client that is not connected yet. */
export type RedisClientFactory = (url: string, settings: RedisClientSettings) => RedisClient | Promise<RedisClient>;

/** The default: ioredis, loaded on first need. */
export async function createIoredisClient(url: string, settings: RedisClientSettings): Promise<RedisClient> {
  const { Redis } = await import('ioredis');
  return new Redis(url, settings);
}
