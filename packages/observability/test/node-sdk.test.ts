import { context, createContextKey, metrics, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { logs } from '@opentelemetry/api-logs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { TracerProvider } from '@opentelemetry/sdk-trace';

import { forTests, setupLogfire, span } from '../src/index.js';

import { buildChildren } from './children/children.js';

const children = buildChildren('esm', ['off']);
afterAll(() => { children[Symbol.dispose](); });

/** What the API's own proxy stands before. */
const delegate = () => (trace.getTracerProvider() as ReturnType<typeof trace.getTracerProvider> & { readonly getDelegate: () => unknown }).getDelegate();

const key = createContextKey('test');
/** Whether anybody carries a context along. */
const isCarried = () => context.with(ROOT_CONTEXT.setValue(key, 1), () => context.active().getValue(key) === 1);

describe('NodeSDK', () => {
  it('serves every library in the process, and takes everything back at the end', async () => {
    const before = { tracers: delegate(), meters: metrics.getMeterProvider() };
    expect(isCarried()).toBe(false);
    const telemetry = await forTests();
    expect(isCarried()).toBe(true);
    expect(delegate()).toBeInstanceOf(TracerProvider);
    trace.getTracer('library').startActiveSpan('theirs', (theirs) => {
      span('ours', {}, () => undefined);
      theirs.end();
    });
    metrics.getMeter('library').createCounter('library.calls').add(2);
    logs.getLogger('library').emit({ body: 'their line' });
    expect(telemetry.tree()).toBe('theirs\n  ours');
    expect(await telemetry.metrics()).toContain('library_calls_total 2');
    expect(telemetry.logs()).toMatchObject([{ message: 'their line' }]);

    await telemetry.shutdown();
    expect({ tracers: delegate(), meters: metrics.getMeterProvider() }).toEqual(before);
    expect(isCarried()).toBe(false);
  });

  it('leaves what another program registered before, and works beside it', async () => {
    const theirs = new TracerProvider();
    const meters = metrics.getMeterProvider();
    trace.setGlobalTracerProvider(theirs);
    try {
      const telemetry = await forTests();
      span('ours', {}, () => undefined);
      expect(telemetry.tree()).toBe('ours');
      await telemetry.shutdown();
      expect(delegate()).toBe(theirs);
      // The rest was ours, and is free for the next one.
      expect(metrics.getMeterProvider()).toBe(meters);
      expect(isCarried()).toBe(false);
    } finally {
      trace.disable();
    }
  });

  it('bounds what other libraries log', async () => {
    await using telemetry = await forTests();
    const line = 'x'.repeat(3_000_000);
    logs.getLogger('library').emit({ body: line, attributes: { line, lines: Array.from({ length: 100 }, () => line.slice(0, 100_000)) } });
    const [seen] = telemetry.logs();
    expect(JSON.stringify(seen).length).toBeLessThan(400_000);
    expect(String(seen?.attributes.line)).toHaveLength(32_768);
  });

  it('speaks through the diagnostics of this package alone, however much the environment asks for', async () => {
    const { stdout, stderr } = await children.run('off', [], { env: { ENABLE_LOGFIRE: 'true', OTEL_LOG_LEVEL: 'all' } });
    // One line the SDK says before anybody can stop it.
    const [own, ...more] = stdout.trim().split('\n').reverse();
    expect(JSON.parse(own ?? '')).toMatchObject({ enabled: true });
    expect(more.length).toBeLessThanOrEqual(1);
    expect(stderr.split('\n').filter((line) => line.includes('TelemetryWarning'))).toHaveLength(1);
    expect(stderr).not.toContain('@opentelemetry');
  });

  it('stays off when OTEL_SDK_DISABLED says so, and then nothing listens', async () => {
    const { stdout, stderr } = await children.run('off', [], { env: { ENABLE_LOGFIRE: 'true', OTEL_SDK_DISABLED: 'true' } });
    expect(JSON.parse(stdout)).toMatchObject({ enabled: false, isEnabled: false, value: 5, listeners: [0, 0, 0, 0, 0, 0] });
    expect(stderr).toContain('OTEL_SDK_DISABLED');
  });

  it('looks for no collector that nobody named', async () => {
    const said: string[] = [];
    const telemetry = await setupLogfire({ isEnabled: true, destinations: [], handleExit: false, warn: (line) => said.push(line) });
    span('kept here', {}, () => undefined);
    expect(await telemetry.flush(500)).toBe(true);
    await telemetry.shutdown(500);
    expect(said).toEqual([]);
  });
});
