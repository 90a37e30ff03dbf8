import { EventEmitter } from 'node:events';

import { loadConfig } from '@discord-intelligence/config';
import { isLogfireEnabled } from '@discord-intelligence/observability';
import { startTracedModels } from '@discord-intelligence/testing';
import { expect, it, jest } from '@jest/globals';

import { run } from '../../src/run.js';
import { createSlowClock } from '../support/slow-clock.js';
import { startDiscord, TEST_TIMEOUT_MS } from '../support/start-bot.js';

jest.setTimeout(TEST_TIMEOUT_MS);

const TEXT = 'The new road is fine, so everyone must like it. Bearer CANARYjjjj0000kkkk1111';

/** Lines of a tree that are below a line, with it. */
function branch(tree: string, root: string): string[] {
  const lines = tree.split('\n');
  const from = lines.indexOf(root);
  const depth = (line: string) => /^ */.exec(line)![0].length;
  const to = lines.findIndex((line, index) => index > from && depth(line) <= depth(root));
  return lines.slice(from, to === -1 ? undefined : to);
}

it('one interaction is one trace down to each attempt, in the eyes of Logfire and of another collector, and all of it is delivered at the end', async () => {
  await using models = await startTracedModels({ key: 'CANARY-key-of-the-file', complaint: `no, CANARY-key-of-the-file; ${TEXT}`, waitMs: TEST_TIMEOUT_MS / 2 });
  const { logfire, other } = models;
  await using discord = await startDiscord({ now: createSlowClock() });
  const end = new AbortController();
  const written = { stdout: '', stderr: '' };
  const code = run({
    args: [],
    getConfig: () =>
      loadConfig({
        DISCORD_BOT_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        ...models.environment,
      }),
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    errors: new EventEmitter(),
    signal: end.signal,
  });
  const interaction = await discord.slash('analyze', { text: TEXT });
  const message = await interaction.message();
  end.abort();
  expect(await code).toBe(0);
  expect(isLogfireEnabled()).toBe(false);

  const root = 'discord.interaction analyze [consumer]';
  await other.until('the whole trace', () => other.spans.some(({ name }) => name === 'discord.interaction analyze'));
  const trace = branch(logfire.tree(), root);
  expect(branch(other.tree(), root)).toEqual(trace);
  expect(trace.slice(0, 3)).toEqual([root, '  POST [client]', '  pipeline.analysis [internal]']);
  // The card, in the place of "is thinking".
  expect(trace.at(-1)).toBe('  PATCH [client]');
  // The fake answers two of the six questions: the others are made by patterns.
  expect(branch(trace.join('\n'), '    execute_tool sentiment [internal]').slice(1, 9)).toEqual([
    '      structured sentiment_analysis [internal]',
    '        router general [internal]',
    '          chat first-model [client]',
    '            POST [client]',
    '          chat first-model [client]',
    '            POST [client]',
    '          chat second-model [client]',
    '            POST [client]',
  ]);
  const { traceId } = logfire.span('discord.interaction analyze');
  expect(message.text).toContain(traceId);
  expect(logfire.span('pipeline.analysis')).toMatchObject({ traceId, attributes: { 'analysis.names': ['fallacies', 'perspectives', 'sentiment', 'topics', 'routing'] } });

  for (const said of [logfire.bodies(), JSON.stringify(other.spans), written.stdout, written.stderr]) {
    for (const secret of [/.{0,60}CANARY.{0,10}/, /.{0,40}new road.{0,10}/, new RegExp(discord.token), /.{0,40}interaction-token/]) expect(secret.exec(said)?.[0]).toBeUndefined();
  }
  for (const { headers } of [...models.down.calls, ...models.up.calls, ...discord.requests]) expect(headers.traceparent).toBeUndefined();
  discord.expectNoViolations();
});
