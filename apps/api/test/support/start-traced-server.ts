import { loadConfig } from '@discord-intelligence/config';
import { type OtlpReceiver, startOtlpReceiver } from '@discord-intelligence/testing';
import { pinoMixin } from '@discord-intelligence/observability';

import type { ServerOptions } from '../../src/server-options.js';
import { startTelemetry } from '../../src/telemetry/start-telemetry.js';
import { startTestServer, type TestServer } from './start-test-server.js';

/** A server with telemetry on, and the collector that gets it. */
export interface TracedServer extends TestServer {
  readonly collector: OtlpReceiver;
  /** Delivers everything that is there. */
  flush(): Promise<void>;
}

/** Starts one. There can be one at a time in a process. */
export async function startTracedServer(options: Omit<ServerOptions, 'analyzeText' | 'telemetry'> & Partial<Pick<ServerOptions, 'analyzeText'>> = {}): Promise<TracedServer> {
  const collector = await startOtlpReceiver();
  const config = loadConfig({ ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const telemetry = await startTelemetry(config, { warn: () => undefined });
  const server = await startTestServer({ ...options, telemetry }, { mixin: pinoMixin() });
  return {
    ...server,
    collector,
    flush: () => telemetry.shutdown(3_000),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await telemetry.shutdown(3_000);
      await collector.close();
    },
  };
}
