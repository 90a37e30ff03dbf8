import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';

import { afterEach, describe, expect, it } from '@jest/globals';

import { loadConfig } from '@discord-intelligence/config';
import { type OtlpReceiver, startOtlpReceiver } from '@discord-intelligence/testing';

import { info, type LogfireHandle, metrics, setupLogfire, type SetupOptions, span, startSpan } from '../src/index.js';

let handle: LogfireHandle | undefined;
afterEach(async () => {
  await handle?.shutdown(0);
  handle = undefined;
});

const QUIET = { handleExit: false, runtimeMetrics: false, isEnabled: true } as const;

async function start(url: string, { env = {}, ...options }: SetupOptions & { readonly env?: Record<string, string> } = {}) {
  const said: string[] = [];
  const config = loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_EXPORTER_OTLP_TIMEOUT: '500', ...env });
  handle = await setupLogfire({ ...QUIET, config, warn: (line) => said.push(line), ...options });
  return { telemetry: handle, said };
}

const work = (count: number) => {
  for (let index = 0; index < count; index++) span('work', { index }, () => undefined);
};

describe('delivery', () => {
  it('brings spans, logs and metrics to a collector, compressed, with the headers and the resource of the config', async () => {
    await using collector = await startOtlpReceiver();
    const { telemetry, said } = await start(collector.url, {
      env: { OTEL_EXPORTER_OTLP_HEADERS: 'x-team=blue%20team,api-key=k-12345678', OTEL_SERVICE_NAME: 'tester', LOGFIRE_SERVICE_VERSION: '1.2.3', LOGFIRE_ENVIRONMENT: 'ci' },
    });
    span('outer', {}, () => {
      span('inner', { a: [1, 2] }, () => undefined);
      info('hello');
    });
    metrics.router.attempts.add(2, { provider: 'p', model: 'm', route: 'r', outcome: 'ok' });

    expect(await telemetry.flush()).toBe(true);
    expect(collector.tree()).toBe('outer [internal]\n  inner [internal]');
    expect(collector.span('inner')).toMatchObject({
      attributes: { a: [1, 2], 'logfire.span_type': 'span' },
      resource: { 'service.name': 'tester', 'service.version': '1.2.3', 'deployment.environment.name': 'ci' },
    });
    expect(collector.logs).toMatchObject([{ body: 'hello', severityText: 'info', severityNumber: 9, spanId: collector.span('outer').spanId }]);
    expect(collector.metrics.find(({ name }) => name === 'llm.router.attempts')).toMatchObject({ kind: 'sum', points: [{ value: 2 }] });
    for (const { headers, wasCompressed } of collector.exports) {
      expect(headers).toMatchObject({ 'x-team': 'blue team', 'api-key': 'k-12345678' });
      expect(wasCompressed).toBe(true);
    }
    expect(said).toEqual([]);
  });

  it('sends the bare token to the region it names', async () => {
    await using collector = await startOtlpReceiver();
    const { telemetry } = await start('http://127.0.0.1:1', {
      config: loadConfig({ LOGFIRE_TOKEN: 'pylf_v1_eu_abcdefgh12345678', LOGFIRE_BASE_URL: collector.url }),
    });
    work(1);
    await telemetry.flush();
    expect(collector.exports[0]?.headers.authorization).toBe('pylf_v1_eu_abcdefgh12345678');
    // The token itself is a secret to every signal.
    expect(collector.spans).toHaveLength(1);
  });

  it('does not deliver its own deliveries, nor trace them', async () => {
    await using collector = await startOtlpReceiver();
    const { telemetry } = await start(collector.url);
    work(1);
    await telemetry.flush();
    await telemetry.flush();
    expect(collector.spans.map(({ name }) => name)).toEqual(['work']);
  });
});

describe('a collector that', () => {
  it.each<[string, (collector: OtlpReceiver) => void | Promise<void>, RegExp]>([
    ['refuses connections', (collector) => collector.refuse(), /ECONNREFUSED/],
    ['reads and never answers', (collector) => { collector.behave({ kind: 'stall' }); }, /timeout/],
    ['drops connections', (collector) => { collector.behave({ kind: 'reset' }); }, /ECONNRESET/],
    ['answers 401', (collector) => { collector.behave({ kind: 'status', status: 401 }); }, /401/],
    ['answers 429', (collector) => { collector.behave({ kind: 'status', status: 429, retryAfter: '1' }); }, /429/],
    ['answers 503', (collector) => { collector.behave({ kind: 'status', status: 503 }); }, /503/],
    ['accepts with nonsense', (collector) => { collector.behave({ kind: 'nonsense' }); }, /^$/],
    ['refuses a part of what it accepts', (collector) => { collector.behave({ kind: 'partial', rejected: 2 }); }, /refused 2 of 3/],
  ])('%s harms nothing: at most one line, work goes on, the end comes', async (_title, misbehave, expected) => {
    await using collector = await startOtlpReceiver();
    await misbehave(collector);
    const { telemetry, said } = await start(collector.url);
    work(3);
    await telemetry.flush(700);
    expect(span('after', {}, () => 'value')).toBe('value');
    await expect(telemetry.shutdown(700)).resolves.toBeUndefined();
    expect(said.join('\n')).toMatch(expected);
    expect(said.length).toBeLessThanOrEqual(1);
  });

  it('comes back gets what waited', async () => {
    await using collector = await startOtlpReceiver();
    await collector.refuse();
    const { telemetry } = await start(collector.url);
    work(700);
    expect(await telemetry.flush(300)).toBe(false);
    await collector.listenAgain();
    expect(await telemetry.flush()).toBe(true);
    expect(collector.spans).toHaveLength(700);
  });

  it('is no collector at all, but a server that sends without end, harms nothing', async () => {
    const server = createServer((request, response) => {
      request.resume();
      const endless = new PassThrough();
      endless.pipe(response);
      const more = () => { while (!endless.destroyed && endless.write(Buffer.alloc(65_536))); };
      endless.on('drain', more);
      more();
      response.on('close', () => endless.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const { telemetry } = await start(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`);
    work(1);
    await telemetry.shutdown(1000);
    server.closeAllConnections();
    server.close();
  });
});

describe('memory', () => {
  it('stays bounded while nothing can be delivered, and what is dropped is counted', async () => {
    await using collector = await startOtlpReceiver();
    await collector.refuse();
    const { telemetry, said } = await start(collector.url, { queueCapacity: 1000 });
    work(20_000);
    await telemetry.flush(200);
    const text = await telemetry.metricsText();
    expect(text).toMatch(/otel_sdk_processor_span_processed_total\{[^}]*error_type="queue_full"[^}]*\} 19000/);
    expect(text).toMatch(/otel_sdk_processor_span_queue_size\{[^}]*\} 1000/);
    expect(text).toMatch(/otel_sdk_processor_span_queue_capacity\{[^}]*\} 1000/);
    expect(said).toHaveLength(1);
  });

  it('is bounded by characters as well', async () => {
    await using collector = await startOtlpReceiver();
    await collector.refuse();
    const { telemetry } = await start(collector.url, { queueCharacters: 1_000_000 });
    for (let index = 0; index < 100; index++) span('large', { text: 'x'.repeat(30_000) }, () => undefined);
    expect(await telemetry.metricsText()).toMatch(/error_type="queue_full"[^}]*\} 6[0-9]\n/);
  });

  it('knows at most 10,000 open spans', async () => {
    await using collector = await startOtlpReceiver();
    const { telemetry } = await start(collector.url, { queueCapacity: 20_000, env: { OTEL_EXPORTER_OTLP_TIMEOUT: '20000' } });
    for (let index = 0; index < 12_000; index++) startSpan('never ended');
    await telemetry.shutdown(20_000);
    expect(collector.spans).toHaveLength(10_000);
  });
});
