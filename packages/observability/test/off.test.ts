import { afterAll, describe, expect, it } from '@jest/globals';

import { buildChildren } from './children/children.js';

describe.each(['esm', 'cjs'] as const)('a program built as %s', (format) => {
  const children = buildChildren(format, ['off']);
  afterAll(() => { children[Symbol.dispose](); });

  it('loads nothing of OpenTelemetry and has no listener while telemetry is off', async () => {
    const { stdout, stderr } = await children.run('off', [], {});
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      enabled: false,
      isEnabled: false,
      seen: [false, null],
      value: 5,
      baggage: 6,
      mixin: {},
      scrubbed: { password: "[Scrubbed due to 'password']" },
      flushed: true,
      listeners: [0, 0, 0, 0, 0, 0],
      telemetryModules: 0,
    });
  });

  it('loads it once telemetry is on, and still listens to no crash', async () => {
    const { stdout } = await children.run('off', [], { env: { ENABLE_LOGFIRE: 'YES' } });
    const seen = JSON.parse(stdout) as { readonly telemetryModules: number };
    expect(seen).toMatchObject({ enabled: true, isEnabled: true, value: 5, listeners: [1, 1, 1, 1, 0, 0] });
    expect(seen.telemetryModules).toBeGreaterThan(50);
  });
});
