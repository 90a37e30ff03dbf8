/** Uses everything while telemetry is off or on, and tells which modules that loaded. */
import { Module } from 'node:module';

import { currentSpan, info, isLogfireEnabled, llmSpan, metrics, pinoMixin, recordModel, scrub, setSpanAttribute, setupLogfire, span, startSpan, withBaggage, withSpanAsync } from '../../src/index.js';
import * as z from 'zod';

async function main(): Promise<void> {
  const handle = await setupLogfire();
  const seen = span('a', () => { throw new Error('made although telemetry is off'); }, (current) => [current.isRecording, current.traceId]);
  const value = await withSpanAsync('b', {}, () => llmSpan({ provider: 'p', model: 'm' }, async (call) => { call.chunk(); return 5; }));
  startSpan('c').end();
  setSpanAttribute('d', 1);
  currentSpan().addEvent('e');
  info('f');
  metrics.llm.cost.add(1);
  recordModel('g', z.string(), 'h');
  const baggage = withBaggage({ a: 'b' }, () => 6);
  const files = Object.keys((Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> })._cache);
  process.stdout.write(
    JSON.stringify({
      enabled: handle.enabled,
      isEnabled: isLogfireEnabled(),
      seen,
      value,
      baggage,
      mixin: pinoMixin()(),
      scrubbed: scrub({ password: 'x' }),
      flushed: await handle.flush(),
      listeners: ['exit', 'beforeExit', 'SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'].map((name) => process.listenerCount(name)),
      telemetryModules: files.filter((file) => file.includes('@opentelemetry')).length,
      modules: files.length,
    }),
  );
  await handle.shutdown();
}

void main();
