import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { loadConfig, renderConfigurationReference, renderEnvExample } from '../src/index.js';

import { registeredVariables } from '../src/registry.js';

const ROOT = join(__dirname, '../../..');
const GENERATE = 'node -C @discord-intelligence/source --import tsx packages/config/scripts/generate.ts';
const names = registeredVariables().map(({ variable }) => variable.name);
/** Everything but NODE_ENV can stand in a `.env` file. */
const settable = names.filter((name) => name !== 'NODE_ENV');

describe.each([
  ['.env.example', renderEnvExample],
  ['docs/configuration.md', renderConfigurationReference],
])('%s', (file, render) => {
  it(`is what the registry says (else run: ${GENERATE})`, () => {
    expect(readFileSync(join(ROOT, file), 'utf8')).toBe(render());
  });

  it('has one newline at its end and no space before any', () => {
    expect(render()).toMatch(/[^\n]\n$/);
    expect(render()).not.toMatch(/[ \t]\n/);
  });
});

const fileOf = (text: string) => parseEnv(text) as Record<string, string>;

describe('.env.example', () => {
  const text = renderEnvExample();
  // The pattern by which tests are kept apart from a developer's settings.
  const named = text.split('\n').flatMap((line) => /^#?\s*([A-Z][A-Z0-9_]*)=/.exec(line)?.[1] ?? []);

  it('names every variable once, one on a line', () => {
    expect(named).toEqual(settable);
  });

  it('does not offer NODE_ENV, which decides whether .env is read at all', () => {
    expect(named).not.toContain('NODE_ENV');
  });

  it('changes nothing as it is', () => {
    expect(parseEnv(text)).toEqual({});
  });

  const uncommented = text.replaceAll(/^# (?=[A-Z][A-Z0-9_]*=)/gm, '');

  it('holds values that can be used, and defaults where there are any', () => {
    const defaults = loadConfig({});
    const { warnings, sources, ...config } = loadConfig({}, { dotEnv: fileOf(uncommented) });
    expect(warnings).toEqual([]);
    expect(sources.API_PORT).toBe('.env');
    expect(config).toMatchObject({ api: defaults.api, instructor: defaults.instructor, app: defaults.app });
  });

  it('can be sourced by a shell and gives it the same values', () => {
    const script = `set -eu\n${uncommented}\n${settable.map((name) => `printf '%s=%s\\n' ${name} "$${name}"`).join('\n')}`;
    const { stdout, stderr, status } = spawnSync('sh', ['-c', script], { encoding: 'utf8', env: {} });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const values = stdout.trimEnd().split('\n').sort();
    expect(values).toEqual(Object.entries(fileOf(uncommented)).map(([name, value]) => `${name}=${value}`).sort());
  });
});

describe('docs/configuration.md', () => {
  const text = renderConfigurationReference();

  it('has a row of five cells for every variable', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.map((line) => line.split('`')[1])).toEqual(names);
    for (const line of rows) expect(line.split(/(?<!\\)\|/)).toHaveLength(7);
  });
});
