import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

function run(env: Readonly<Record<string, string>>): { readonly telemetryModules: number } {
  const program = join(__dirname, 'count-modules.ts');
  const options = ['-C', '@discord-intelligence/source', '--import', 'tsx', program];
  // Nothing of the developer's environment decides what the program does here.
  return JSON.parse(execFileSync(process.execPath, options, { cwd: join(__dirname, '../..'), env: { PATH: process.env.PATH, NODE_ENV: 'test', ...env }, encoding: 'utf8' })) as { telemetryModules: number };
}

describe('a program with telemetry', () => {
  it('off loads nothing of OpenTelemetry for a routed request', () => {
    expect(run({})).toEqual({ content: 'Ada', isEnabled: false, telemetryModules: 0 });
  });

  it('on does, so the count above counts', () => {
    expect(run({ ENABLE_LOGFIRE: 'true' }).telemetryModules).toBeGreaterThan(50);
  });
});
