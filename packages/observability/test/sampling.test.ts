import { describe, expect, it } from '@jest/globals';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { forTests, info, llmSpan, span, startSpan, warn } from '../src/index.js';
import { createPendingSpans } from '../src/sdk/spans/pending-spans.js';
import { createTailSampler } from '../src/sdk/spans/tail-sampler.js';
import { createScrubber } from '../src/scrub/scrubber.js';

describe('sampling at the start', () => {
  it('keeps whole traces or nothing of them, and loud logs of either', async () => {
    await using telemetry = await forTests({ sampleRate: 0 });
    span('outer', {}, (current) => {
      expect(current.isRecording).toBe(false);
      span('inner', {}, () => undefined);
      info('quiet');
      warn('loud');
    });
    info('outside');
    expect(telemetry.spans()).toEqual([]);
    expect(telemetry.logs().map(({ message }) => message)).toEqual(['loud', 'outside']);
  });

  it('keeps about the share it was told to', async () => {
    await using telemetry = await forTests({ sampleRate: 0.5 });
    for (let index = 0; index < 1000; index++) span('one', {}, () => { span('two', {}, () => undefined); });
    const count = telemetry.spans().length;
    expect(count % 2).toBe(0);
    // 500 traces of 1000; beyond 400 to 600 lies one run in ten thousand million.
    expect(count / 2).toBeGreaterThan(400);
    expect(count / 2).toBeLessThan(600);
  });
});

describe('sampling at the end', () => {
  it('keeps traces with errors, loud, slow or dear spans, and a share of the others', async () => {
    await using telemetry = await forTests({ tailSampling: { rate: 0, costUsd: 0.1, slowerThanMs: 60_000 } });
    span('plain', {}, () => { span('inside plain', {}, () => undefined); });
    expect(() => span('failing', {}, () => span('inside failing', {}, () => { throw new Error('no'); }))).toThrow();
    span('loud', {}, (current) => { current.setLevel('warn'); });
    span('dear', {}, () => {
      llmSpan({ provider: 'p', model: 'm' }, (call) => { call.setResponse({ costUsd: 0.2 }); });
    });
    expect(telemetry.spans().map(({ name }) => name)).toEqual(['inside failing', 'failing', 'loud', 'chat m', 'dear']);
    expect(await telemetry.metrics()).toContain('telemetry_sampled_out_total 2');
  });

  const fake = (traceId: string, { root = false, ms = 0 } = {}) =>
    ({
      spanContext: () => ({ traceId, spanId: '1'.repeat(16), traceFlags: 1 }),
      parentSpanContext: root ? undefined : { traceId, spanId: '2'.repeat(16), traceFlags: 1 },
      status: { code: 0 },
      duration: [Math.floor(ms / 1000), (ms % 1000) * 1e6],
      attributes: {},
    }) as unknown as ReadableSpan;
  const id = (index: number) => index.toString(16).padStart(24, '0') + 'ffffffff';

  it('is bounded by traces, by spans and by age', () => {
    let now = 0;
    let dropped = 0;
    const sampler = createTailSampler({ rate: 0, maxTraces: 10, maxSpans: 50, maxAgeMs: 1000 }, { sinks: [], onDropped: (count) => { dropped += count; }, now: () => now });
    for (let index = 0; index < 100; index++) sampler.take(fake(id(index)), 1);
    expect([sampler.waiting(), dropped]).toEqual([10, 90]);
    for (let index = 0; index < 100; index++) sampler.take(fake(id(999)), 1);
    expect(sampler.waiting()).toBeLessThanOrEqual(50);
    now = 1000;
    sampler.sweep();
    expect(sampler.waiting()).toBe(0);
  });

  it('treats spans that end after their root as it treated the root', () => {
    const kept: unknown[] = [];
    const sampler = createTailSampler({ rate: 0, slowerThanMs: 100 }, { sinks: [{ take: (one) => { kept.push(one); } }], onDropped: () => undefined });
    sampler.take(fake(id(1), { root: true, ms: 200 }), 1);
    sampler.take(fake(id(1)), 1);
    sampler.take(fake(id(2), { root: true, ms: 50 }), 1);
    sampler.take(fake(id(2)), 1);
    expect(kept).toHaveLength(2);
  });
});

describe('pending spans', () => {
  it('announce what is open for a second, once, without its secrets, and nothing shorter', async () => {
    await using _telemetry = await forTests();
    const open = new Set<never>();
    const { trace } = await import('@opentelemetry/api');
    const long = startSpan('long', { password: 'HIDDEN' });
    long.run(() => open.add(trace.getActiveSpan() as never));
    const seen: ReadableSpan[] = [];
    let now = Date.now();
    const announce = createPendingSpans({ open, scope: '@discord-intelligence/observability', scrubber: createScrubber(), captureContent: 'none', sinks: [{ take: (one) => { seen.push(one); } }], now: () => now });
    announce();
    expect(seen).toEqual([]);
    now += 2000;
    announce();
    announce();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      name: 'long',
      parentSpanContext: { spanId: long.spanId, traceId: long.traceId },
      attributes: { 'logfire.span_type': 'pending_span', 'logfire.pending_parent_id': '0000000000000000' },
    });
    expect(JSON.stringify(seen[0]?.attributes)).not.toContain('HIDDEN');
    long.end();
  });
});
