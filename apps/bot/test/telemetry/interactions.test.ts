import { loadConfig } from '@discord-intelligence/config';
import { isLogfireEnabled, type LogfireHandle, setupLogfire } from '@discord-intelligence/observability';
import { type OtlpReceiver, startOtlpReceiver } from '@discord-intelligence/testing';
import { describe, expect, it, jest } from '@jest/globals';

import { NOTICES } from '../../src/notices.js';
import { buildReport } from '../support/build-report.js';
import { alwaysReport, createHeldAnalyzer } from '../support/scripted-analyze.js';
import { createSlowClock } from '../support/slow-clock.js';
import { expectGoodManners, startBot, startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const TEXT = 'You are stupid, so your plan must fail.';
const SPAN = 'discord.interaction analyze';

/** Turns telemetry on, to a collector of its own. There can be one at a time in a process. */
async function startTelemetry(): Promise<AsyncDisposable & { readonly collector: OtlpReceiver; readonly handle: LogfireHandle }> {
  const collector = await startOtlpReceiver();
  const config = loadConfig({ ENABLE_LOGFIRE: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  const handle = await setupLogfire({ config, runtimeMetrics: false, warn: () => undefined });
  return {
    collector,
    handle,
    async [Symbol.asyncDispose]() {
      await handle.shutdown();
      await collector.close();
    },
  };
}

describe('an interaction, while telemetry is on', () => {
  it('is a trace of its own, which its answer names', async () => {
    await using telemetry = await startTelemetry();
    await using discord = await startDiscord({ now: createSlowClock() });
    await using running = await startBot(discord, { analyze: alwaysReport(buildReport()) });
    const interaction = await discord.slash('analyze', { text: TEXT });
    const message = await interaction.message();
    await running.log.whenLogged(interaction.id);
    await running.bot.close();
    await telemetry.handle.shutdown();

    const span = telemetry.collector.span(SPAN);
    expect(span).toMatchObject({ kind: 'consumer', parentId: undefined, status: 'unset' });
    expect(span.attributes).toMatchObject({
      'discord.command.name': 'analyze',
      'discord.interaction.id': interaction.id,
      'discord.guild.hash': expect.stringMatching(/^[\da-f]{64}$/),
      'bot.outcome': 'answered',
      'bot.queue.wait_ms': expect.any(Number),
    });
    expect(message.text).toContain(`Trace: \`${span.traceId}\``);
    expect(running.log.lines.find(({ interactionId }) => interactionId === interaction.id)).toMatchObject({ trace_id: span.traceId });
    const names = new Set(telemetry.collector.metrics.map(({ name }) => name));
    for (const name of ['bot.interaction.duration', 'bot.queue.wait']) expect(names).toContain(name);

    const everything = telemetry.collector.everything();
    for (const secret of [discord.token, 'interaction-token', TEXT, 'stupid', discord.guild.id]) expect(everything).not.toContain(secret);
    for (const { headers } of discord.requests) expect(headers.traceparent).toBeUndefined();
    expectGoodManners(discord, running, TEXT);
  });

  it('has the same hash for the same server, and none outside of servers', async () => {
    await using telemetry = await startTelemetry();
    await using discord = await startDiscord({ now: createSlowClock() });
    await using running = await startBot(discord);
    for (const place of ['guild', 'guild', 'dm'] as const) await (await discord.slash('analyze', { text: TEXT }, { place })).message();
    await running.bot.close();
    await telemetry.handle.shutdown();

    const [first, second, outside] = telemetry.collector.spans.filter(({ name }) => name === SPAN).map(({ attributes }) => attributes['discord.guild.hash']);
    expect(first).toBeDefined();
    expect([second, outside]).toEqual([first, undefined]);
  });

  it('says how it ended: with a defect, whose words stay out', async () => {
    await using telemetry = await startTelemetry();
    await using discord = await startDiscord({ now: createSlowClock() });
    await using running = await startBot(discord, { analyze: () => Promise.reject(new TypeError(`cannot read ${TEXT}`)) });
    const message = await (await discord.slash('analyze', { text: TEXT })).message();
    await running.bot.close();
    await telemetry.handle.shutdown();

    expect(message.text).toContain('Something went wrong');
    expect(telemetry.collector.span(SPAN)).toMatchObject({ status: 'error', attributes: { 'bot.outcome': 'failed', 'error.type': 'TypeError' } });
    expect(telemetry.collector.everything()).not.toContain('stupid');
  });

  it('says how it ended: busy, refused and with nothing to analyse', async () => {
    await using telemetry = await startTelemetry();
    await using discord = await startDiscord({ now: createSlowClock() });
    const held = createHeldAnalyzer();
    await using running = await startBot(discord, { analyze: held.analyze, queue: { concurrency: 1, maxWaiting: 0 } });
    const first = await discord.slash('analyze', { text: TEXT });
    const analysis = await held.whenBegun(1);
    expect((await (await discord.slash('analyze', { text: TEXT })).message()).text).toBe(NOTICES.busy);
    await (await discord.slash('analyze', { text: '   ' })).message();
    analysis.finish(buildReport({ status: 'skipped' }));
    await first.message();
    await running.bot.close();
    await telemetry.handle.shutdown();

    const outcomes = telemetry.collector.spans.filter(({ name }) => name === SPAN).map(({ attributes }) => attributes['bot.outcome']);
    expect(outcomes.sort()).toEqual(['busy', 'nothing_to_analyse', 'refused']);
    expect(telemetry.collector.metrics.map(({ name }) => name)).toContain('bot.queue.turned_away');
  });
});

describe('an interaction, while telemetry is off', () => {
  it('names no trace, in its answer and in the log', async () => {
    await using discord = await startDiscord({ now: createSlowClock() });
    await using running = await startBot(discord);
    const interaction = await discord.slash('analyze', { text: TEXT });
    const message = await interaction.message();
    await running.log.whenLogged(interaction.id);
    expect(isLogfireEnabled()).toBe(false);
    expect(message.text).not.toContain('Trace');
    expect(running.log.text).not.toContain('trace_id');
  });
});
