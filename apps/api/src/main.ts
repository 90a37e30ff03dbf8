import process from 'node:process';

import { ConfigError, getConfig } from '@discord-intelligence/config';
import { pinoMixin } from '@discord-intelligence/observability';
import { pino } from 'pino';

import { createReadiness } from './health/readiness.js';
import { describeError } from './problems/describe-error.js';
import { shutDown } from './shut-down.js';
import { startServer, UnsafeSettingError } from './start-server.js';
import { startTelemetry } from './telemetry/start-telemetry.js';

/** Time for load balancers to notice, after the signal that orchestrators send; a person with Ctrl-C waits for none. */
const NOTICE_MS = 2_000;
/** Time for requests that are being answered; less than the 30 s after which orchestrators kill. */
const DRAIN_MS = 20_000;
/** Time for the last delivery of telemetry. */
const FLUSH_MS = 3_000;

try {
  await serve();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = ConfigError.is(error) || error instanceof UnsafeSettingError || isRouterConfigError(error) ? 2 : 1;
}

async function serve(): Promise<void> {
  const config = getConfig();
  const logger = pino({ level: config.app.logLevel, base: null, mixin: pinoMixin() });
  const telemetry = await startTelemetry(config, logger);
  const readiness = createReadiness();
  // It listens some turns later: by then the signals have their handlers.
  const starting = startServer({ config, logger, readiness, telemetry });
  let isStopping = false;

  const crash = (error: unknown) => {
    logger.fatal({ error: describeError(error) }, 'an error that nobody caught');
    process.exit(1);
  };
  const stop = async (noticeMs: number, signal: NodeJS.Signals) => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'shutting down');
    const isDrained = await shutDown(await starting, { readiness, noticeMs, drainMs: DRAIN_MS });
    await telemetry.shutdown(FLUSH_MS);
    logger.info({ isDrained }, 'shut down');
    process.exitCode = isDrained ? 0 : 1;
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  process.on('SIGTERM', (signal) => void stop(NOTICE_MS, signal).catch(crash));
  process.on('SIGINT', (signal) => void stop(0, signal).catch(crash));

  await starting;
}

/** By name: the router is loaded only where it is on. */
function isRouterConfigError(error: unknown): boolean {
  return error instanceof Error && error.name === 'RouterConfigError';
}

function explain(error: unknown): string {
  const { code, address, port, message } = Object(error) as Partial<NodeJS.ErrnoException & { address: string; port: number }>;
  const place = `${address ?? ''}:${port ?? ''}`;
  if (code === 'EADDRINUSE') return `Another program listens on ${place} already: set API_PORT to another port, or 0 for any.`;
  if (code === 'EACCES') return `This user may not listen on ${place}: set API_PORT to 1024 or higher.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `API_HOST is no address of this machine (${code}).`;
  return message ?? 'The server could not be started.';
}
