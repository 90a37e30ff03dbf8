import { startElasticReceiver, type ElasticReceiver } from '../elastic-receiver/start-elastic-receiver.js';
import type { OtlpReceiver } from '../otlp-receiver/otlp-receiver.js';
import { startOtlpReceiver } from '../otlp-receiver/start-otlp-receiver.js';
import { type RoutedModels, type RoutedModelsOptions, startRoutedModels } from './start-routed-models.js';

/** Two providers behind a router, and two collectors that are told of every call to them. */
export interface TracedModels extends RoutedModels {
  /** Stands in the place of Logfire. */
  readonly logfire: OtlpReceiver;
  /** A collector that somebody else wrote. */
  readonly other: ElasticReceiver;
  /** Variables that turn router and telemetry on and lead a program to all of these. */
  readonly environment: Readonly<Record<string, string>>;
}

/** What differs between tests. */
export interface TracedModelsOptions extends RoutedModelsOptions {
  /** Milliseconds that a wait for the other collector lasts at most; it is a process of its own. @default 30_000 */
  readonly waitMs?: number;
}

/**
 * Starts all that a test of a program's traces needs.
 *
 * @example
 * await using models = await startTracedModels();
 * // … a program with models.environment
 * await models.other.until('the whole trace', () => models.other.spans.some(({ name }) => name === 'cli.analyze'));
 * expect(models.other.tree()).toBe(models.logfire.tree());
 */
export async function startTracedModels({ waitMs = 30_000, ...options }: TracedModelsOptions = {}): Promise<TracedModels> {
  const models = await startRoutedModels(options);
  const logfire = await startOtlpReceiver();
  const other = await startElasticReceiver(waitMs);
  return {
    ...models,
    logfire,
    other,
    environment: {
      ENABLE_LITELLM_ROUTER: 'true',
      LITELLM_CONFIG: models.configPath,
      ENABLE_LOGFIRE: 'true',
      LOGFIRE_TOKEN: 'pylf_v1_us_0123456789abcdef',
      LOGFIRE_BASE_URL: logfire.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: other.url,
      OTEL_EXPORTER_OTLP_COMPRESSION: 'none',
    },
    async [Symbol.asyncDispose]() {
      await other[Symbol.asyncDispose]();
      await logfire.close();
      await models[Symbol.asyncDispose]();
    },
  };
}
