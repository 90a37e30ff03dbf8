import { describe, expect, it } from '@jest/globals';

import { run } from '../src/run.js';
import { createFakeIo } from './support/fake-io.js';

const environment = {
  INSTRUCTOR_MAX_RETRIES: '5',
  OPENAI_API_KEY: 'sk-0123456789abcdef',
  LITELLM_REDIS_URL: 'redis://user:hunter2@localhost:6379',
  DISCORD_TOKEN: 'x',
};

describe('config print', () => {
  it('shows every setting with where it comes from, and no secret', async () => {
    const io = createFakeIo({ environment });
    expect(await run(['config', 'print'], io)).toBe(0);
    expect(io.said.stdout).toContain('INSTRUCTOR_MAX_RETRIES=5  (environment)');
    expect(io.said.stdout).toContain('OPENAI_API_KEY=[redacted]  (environment)');
    expect(io.said.stdout).toContain('ENABLE_INSTRUCTOR=true  (default)');
    expect(io.said.stdout).toContain('LOGFIRE_TOKEN is not set');
    expect(io.said.stdout).toMatch(/Did you mean\s+DISCORD_BOT_TOKEN\?/);
    expect(io.said.stdout).not.toMatch(/hunter2|sk-0123/);
  });

  it('gives the same as JSON', async () => {
    const io = createFakeIo({ environment });
    expect(await run(['config', 'print', '--json'], io)).toBe(0);
    const { variables, warnings } = JSON.parse(io.said.stdout) as { variables: { name: string }[]; warnings: string[] };
    expect(variables.find(({ name }) => name === 'OPENAI_API_KEY')).toMatchObject({ value: '[redacted]', source: 'environment' });
    expect(variables.find(({ name }) => name === 'LOGFIRE_TOKEN')).toMatchObject({ value: null, source: 'default' });
    expect(warnings).toHaveLength(1);
    expect(io.said.stdout).not.toMatch(/hunter2|sk-0123/);
  });

  it('explains each setting with -v', async () => {
    const io = createFakeIo();
    await run(['config', 'print', '-v'], io);
    expect(io.said.stdout).toContain('The token of the bot');
  });

  it('lists what is wrong with code 2', async () => {
    const io = createFakeIo({ environment: { INSTRUCTOR_TIMEOUT: 'soon' } });
    expect(await run(['config', 'print'], io)).toBe(2);
    expect(io.said.stderr).toContain('INSTRUCTOR_TIMEOUT');
  });
});
