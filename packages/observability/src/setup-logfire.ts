import type { IncomingMessage, ServerResponse } from 'node:http';

import { getConfig } from '@discord-intelligence/config';

import type { FastifyLike } from './fastify-like.js';
import type { SetupOptions } from './setup-options.js';
import { slot } from './slot.js';

/** What a setup gives. While telemetry is off every part of it works and does nothing. */
export interface LogfireHandle extends AsyncDisposable {
  /** Whether telemetry is on. */
  readonly enabled: boolean;
  /** Tries to deliver what was collected so far; never rejects. @param timeoutMs @default 3000 */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Delivers and turns telemetry off; never rejects. @param timeoutMs @default 3000 */
  shutdown(timeoutMs?: number): Promise<void>;
  /** Answers `GET /metrics` on Node's own request and response, with 404 while telemetry is off. */
  readonly metricsHandler: (request: IncomingMessage, response: ServerResponse) => void;
  /** The same as text, for any framework. Its type is `text/plain; version=0.0.4`. */
  readonly metricsText: () => Promise<string>;
}

const OFF: LogfireHandle = Object.freeze({
  enabled: false,
  flush: () => Promise.resolve(true),
  shutdown: () => Promise.resolve(),
  metricsHandler: (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('telemetry is off\n');
  },
  metricsText: () => Promise.resolve(''),
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

interface Started extends LogfireHandle {
  readonly instrument: (app: FastifyLike) => void;
}

/**
 * Turns telemetry on, if `ENABLE_LOGFIRE` says so. Until then, and if it is off for good, nothing of OpenTelemetry is
 * loaded. A second call gives the same handle and adds the hooks to its application.
 *
 * It never throws: what cannot be set up is told once, and the program goes on without.
 *
 * @param app A Fastify application whose requests become spans; its routes may be there already.
 *
 * @example
 * const app = fastify();
 * const telemetry = await setupLogfire(app);
 * app.get('/metrics', (request, reply) => { reply.hijack(); telemetry.metricsHandler(request.raw, reply.raw); });
 */
export async function setupLogfire(app?: FastifyLike | SetupOptions, options?: SetupOptions): Promise<LogfireHandle> {
  const isApp = app !== undefined && 'addHook' in app;
  const given = options ?? (isApp ? {} : (app ?? {}));
  const handle = await start(given);
  if (isApp && handle !== undefined) handle.instrument(app);
  return handle ?? OFF;
}

async function start(options: SetupOptions): Promise<Started | undefined> {
  const known = slot.starting as Promise<Started | undefined> | undefined;
  if (known !== undefined) return known;
  const tell = options.warn ?? ((message: string) => { process.emitWarning(message, 'TelemetryWarning'); });
  let config: NonNullable<SetupOptions['config']>;
  try {
    config = options.config ?? getConfig();
  } catch {
    // The config says by itself what is wrong with it, to whoever asks it for a setting.
    guarded(() => { tell('Telemetry is off: the configuration cannot be read.'); });
    return undefined;
  }
  if (!(options.isEnabled ?? config.logfire.enabled)) return undefined;

  const starting = load(config, options).catch((error: unknown) => {
    slot.starting = undefined;
    // Its name only: a message may quote a setting.
    guarded(() => { tell(`Telemetry is off: it could not be started (${error instanceof Error ? error.name : 'unknown error'}).`); });
    return undefined;
  });
  slot.starting = starting;
  return starting;
}

async function load(config: NonNullable<SetupOptions['config']>, options: SetupOptions): Promise<Started> {
  const [{ startRuntime }, { settingsOf }] = await Promise.all([import('./sdk/start-runtime.js'), import('./sdk/settings.js')]);
  const { runtime, metricsHandler, metricsText, instrument } = startRuntime(settingsOf(config, options), options, () => {
    slot.runtime = undefined;
    slot.starting = undefined;
  });
  slot.runtime = runtime;
  return {
    get enabled() {
      return slot.runtime === runtime;
    },
    flush: (timeoutMs = 3000) => runtime.flush(timeoutMs),
    shutdown: (timeoutMs = 3000) => runtime.shutdown(timeoutMs),
    metricsHandler,
    metricsText,
    instrument,
    [Symbol.asyncDispose]: () => runtime.shutdown(3000),
  };
}

function guarded(fn: () => void): void {
  try {
    fn();
  } catch {
    // whoever listens must not break what it listens to
  }
}
