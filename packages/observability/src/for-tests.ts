import { loadConfig } from '@discord-intelligence/config';

import type { AttributeMap } from './logfire-span.js';
import type { SetupOptions } from './setup-options.js';
import { slot } from './slot.js';

/** A finished span, as a test sees it. */
export interface SeenSpan {
  readonly name: string;
  readonly kind: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  readonly attributes: AttributeMap;
  readonly events: readonly { readonly name: string; readonly attributes: AttributeMap }[];
  readonly status: 'unset' | 'ok' | 'error';
  readonly statusMessage: string | undefined;
}

/** A log record, as a test sees it. */
export interface SeenLog {
  readonly level: string;
  readonly message: string;
  readonly attributes: AttributeMap;
  readonly spanId: string | undefined;
}

/** Telemetry that stays in memory. */
export interface TestTelemetry extends AsyncDisposable {
  /** Finished spans, in the order they ended. */
  spans(): readonly SeenSpan[];
  /** The one span of a name. @throws When there is none, or more than one. */
  span(name: string): SeenSpan;
  logs(): readonly SeenLog[];
  /** Names of spans, indented below their parents. */
  tree(): string;
  /** All metrics in Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  /** Forgets what was seen. */
  reset(): void;
  shutdown(): Promise<void>;
}

/**
 * Turns telemetry on for a test: everything works as in production, but nothing leaves the process.
 *
 * @throws When telemetry is on already: one test must not see what another one does.
 *
 * @example
 * await using telemetry = await forTests();
 * await analyse('a text');
 * expect(telemetry.span('pipeline.analysis').attributes).toMatchObject({ 'text.length': 6 });
 */
export async function forTests(options: SetupOptions = {}): Promise<TestTelemetry> {
  if (slot.runtime !== undefined) throw new Error('Telemetry is on already: shut the other one down first.');
  const [{ startInMemory }, { settingsOf }] = await Promise.all([import('./sdk/start-in-memory.js'), import('./sdk/settings.js')]);
  const quiet: SetupOptions = { destinations: [], handleExit: false, runtimeMetrics: false, warn: () => undefined, ...options };
  const settings = { ...settingsOf(options.config ?? loadConfig({}), quiet), warnings: [] };
  const { runtime, telemetry } = startInMemory(settings, quiet, () => {
    if (slot.runtime === runtime) slot.runtime = undefined;
  });
  slot.runtime = runtime;
  return telemetry;
}
