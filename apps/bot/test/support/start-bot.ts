import { expect } from '@jest/globals';
import { Secret } from '@discord-intelligence/config';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from '@discord-intelligence/testing';

import { createBot, type Bot, type BotOptions } from '../../src/bot.js';

import { buildReport } from './build-report.js';
import { captureLog, type CapturedLog } from './capture-log.js';
import { alwaysReport } from './scripted-analyze.js';

/** Long enough for a machine with other things to do; a test that passes takes a fraction. */
export const TEST_TIMEOUT_MS = 60_000;

/** A fake Discord with patience. */
export function startDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  return startFakeDiscord({ waitMs: TEST_TIMEOUT_MS / 2, ...options });
}

/** A bot that runs against the fake. */
export interface RunningBot extends AsyncDisposable {
  readonly bot: Bot;
  readonly log: CapturedLog;
}

/** Starts the real bot with the real discord.js client against a fake Discord. */
export async function startBot(discord: FakeDiscord, options: Partial<BotOptions> = {}): Promise<RunningBot> {
  const log = captureLog();
  const bot = createBot({
    token: new Secret(discord.token),
    apiUrl: discord.apiUrl,
    analyze: alwaysReport(buildReport()),
    logger: log.logger,
    ...options,
  });
  await bot.start();
  return { bot, log, [Symbol.asyncDispose]: () => bot.close() };
}

/** What must hold at the end of every test: no rule of Discord broken, nobody pinged, no secret and no text in the log. */
export function expectGoodManners(discord: FakeDiscord, { log }: RunningBot, ...texts: readonly string[]): void {
  discord.expectNoViolations();
  const messages = discord.requests.flatMap(({ method, path, body }) => {
    if (method === 'PATCH' && path.includes('/messages/')) return [body];
    if (method === 'POST' && path.endsWith('/callback') && isAnswer(body)) return [body.data];
    return [];
  });
  expect(messages.length).toBeGreaterThan(0);
  for (const message of messages) expect(message).toMatchObject({ allowed_mentions: { parse: [] } });
  for (const secret of [discord.token, 'interaction-token', ...texts]) expect(log.text).not.toContain(secret);
}

function isAnswer(body: unknown): body is { readonly type: 4; readonly data: unknown } {
  return (body as { readonly type?: unknown } | undefined)?.type === 4;
}
