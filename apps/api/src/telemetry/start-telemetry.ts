import type { Config } from '@discord-intelligence/config';
import { type FastifyLike, type LogfireHandle, setupLogfire } from '@discord-intelligence/observability';
import type { FastifyBaseLogger } from 'fastify';

/** Telemetry that has been set up, on or off, before the server that it watches is made. */
export interface ServerTelemetry extends Pick<LogfireHandle, 'enabled' | 'metricsHandler' | 'shutdown'> {
  /** Gives each request of a server a span. To be called before any other hook is added: a request that one of them refuses has a span too. */
  instrument(app: FastifyLike): void;
}

/** Sets telemetry up as the settings say; loads next to nothing where they say that it is off. Never throws. */
export async function startTelemetry(config: Config, logger: Pick<FastifyBaseLogger, 'warn'>): Promise<ServerTelemetry> {
  const additions: ((app: FastifyLike) => void)[] = [];
  // Stands in for the server, which is made later: it notes the hooks.
  const server: FastifyLike = {
    addHook(name: string, hook: never) {
      // The pair is passed on as it came; for the types it is one of several forms.
      additions.push((app) => app.addHook(name as 'onRequest', hook));
    },
  };
  const handle = await setupLogfire(server, { config, warn: (message) => { logger.warn(message); } });
  return {
    enabled: handle.enabled,
    metricsHandler: handle.metricsHandler,
    shutdown: (timeoutMs) => handle.shutdown(timeoutMs),
    instrument(app) {
      for (const add of additions) add(app);
    },
  };
}
