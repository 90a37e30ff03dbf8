import { afterAll, describe, expect, it } from '@jest/globals';

import { startOtlpReceiver } from '@discord-intelligence/testing';

import { buildChildren } from './children/children.js';

const WORK = ['work 1', 'work 2', 'work 3', 'work 4', 'work 5'];

const children = buildChildren('esm', ['ending']);
afterAll(() => { children[Symbol.dispose](); });

describe('the end of a process', () => {
  it.each([
    ['runs out of work', 'natural', undefined, { code: 3, signal: null }],
    ['calls process.exit', 'exit', undefined, { code: 7, signal: null }],
    ['calls process.exit before its shutdown is done', 'exit-in-shutdown', undefined, { code: 8, signal: null }],
    ['throws and nobody catches', 'throw', undefined, { code: 1, signal: null }],
    ['rejects and nobody handles it', 'reject', undefined, { code: 1, signal: null }],
    ['gets SIGTERM', 'signal', 'SIGTERM', { code: null, signal: 'SIGTERM' }],
    ['gets SIGINT', 'signal', 'SIGINT', { code: null, signal: 'SIGINT' }],
    ['handles SIGTERM itself', 'signal-handled', 'SIGTERM', { code: 42, signal: null }],
    ['handles SIGTERM itself, once, and was there first', 'signal-handled-once', 'SIGTERM', { code: 43, signal: null }],
  ] as const)('loses no span and no log and keeps its exit code when the program %s', async (_title, how, signal, end) => {
    await using collector = await startOtlpReceiver();
    const child = await children.run('ending', [how], { signal, env: { ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });

    expect({ code: child.code, signal: child.signal }).toEqual(end);
    expect(collector.spans.map(({ name }) => name)).toEqual(expect.arrayContaining(WORK));
    // What was open when it ended is not lost either.
    expect(collector.span('still open').attributes).toMatchObject({ 'span.unfinished': true });
    expect(collector.logs.map(({ body }) => body)).toContain('about to end');
    if (how === 'throw') expect(child.stderr).toContain('Error: thrown');
    if (how === 'natural') {
      const cost = collector.metrics.find(({ name }) => name === 'llm.cost.usd');
      expect(cost?.points).toMatchObject([{ value: 0.5, attributes: { provider: 'p', model: 'm', route: 'r' } }]);
    }
  });

  it.each([
    ['refuses connections', 'refuse'],
    ['never answers', 'stall'],
    ['answers 401', 401],
    ['answers 503', 503],
  ] as const)('comes in time and with its exit code when the collector %s', async (_title, what) => {
    await using collector = await startOtlpReceiver();
    if (what === 'refuse') await collector.refuse();
    else collector.behave(what === 'stall' ? { kind: 'stall' } : { kind: 'status', status: what });
    const child = await children.run('ending', ['natural'], { env: { ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });

    expect(child.code).toBe(3);
    // One line, not one for every failed delivery.
    expect(child.stderr.split('\n').filter((line) => line.includes('TelemetryWarning'))).toHaveLength(1);
    expect(child.stderr).not.toContain('at ');
  });
});
