import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startOtlpReceiver, startRoutedModels, temporaryFolder } from '@discord-intelligence/testing';
import { expect, it, jest } from '@jest/globals';

import { spawnCli } from '../support/spawn-cli.js';

jest.setTimeout(120_000);

/** Secrets of every kind that a run holds, each with a core that can be looked for. */
const SECRETS = {
  OPENAI_API_KEY: 'sk-proj-CANARYaaaa1111bbbb2222',
  OPENROUTER_API_KEY: 'sk-or-v1-CANARYcccc3333dddd4444',
  LOGFIRE_TOKEN: 'pylf_v1_eu_CANARYeeee5555ffff6666',
  DISCORD_BOT_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.CANARY.gggggggggggggggggggggggggggg7',
  API_KEYS: 'CANARY-plain-words-of-this-installation',
  KEY_OF_THE_FILE: 'CANARY plain key of the router file',
  OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20CANARYhhhh8888iiii9999',
} as const;
const TEXT = 'The PROMPTWORD road is fine. Reach me with Bearer CANARYjjjj0000kkkk1111 at https://ada:CANARYllll2222@example.org/?api_key=CANARYmmmm3333.\n';

it('no secret and no word of a text is in an export or on the error stream, however talkative the command is', async () => {
  await using models = await startRoutedModels({
    key: 'env:KEY_OF_THE_FILE',
    // As providers do, this one quotes key and prompt in its error.
    complaint: `Incorrect API key ${SECRETS.KEY_OF_THE_FILE} for prompt: ${TEXT}`,
  });
  await using collector = await startOtlpReceiver();
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'road.txt'), TEXT);

  const { code, stderr } = await spawnCli(['analyze', 'road.txt', '-v', '--trace', '--json', '--only', 'sentiment', '--title', 'PROMPTWORD title'], {
    cwd: folder.path,
    environment: {
      ...SECRETS,
      ENABLE_LITELLM_ROUTER: 'true',
      LITELLM_CONFIG: models.configPath,
      ENABLE_LOGFIRE: 'true',
      LOGFIRE_BASE_URL: collector.url,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    },
  });

  expect(code).toBe(0);
  expect(models.up.calls.map(({ apiKey }) => apiKey)).toContain(SECRETS.KEY_OF_THE_FILE);
  expect(stderr).toContain('router general');
  expect(collector.spans.length).toBeGreaterThan(5);
  // The collectors' own tokens are in the headers of what they get, and nowhere else.
  for (const text of [collector.bodies(), stderr]) {
    expect(/.{0,60}CANARY.{0,20}/.exec(text)?.[0]).toBeUndefined();
    expect(/.{0,60}PROMPTWORD.{0,20}/.exec(text)?.[0]).toBeUndefined();
  }
});
