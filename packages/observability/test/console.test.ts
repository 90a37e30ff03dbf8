import { describe, expect, it } from '@jest/globals';

import { forTests, info, llmSpan, span, warn } from '../src/index.js';

describe('the console', () => {
  const chunks: string[] = [];
  const stream = { write: (text: string) => chunks.push(text) };

  it('shows a trace as a tree once it is over, with logs, tokens, cost and failures', async () => {
    chunks.length = 0;
    await using _telemetry = await forTests({ console: { stream } });
    await span('pipeline {kind}', { kind: 'text' }, async () => {
      info('half way');
      await llmSpan({ provider: 'p', model: 'm' }, async (call) => { call.setResponse({ usage: { inputTokens: 5, outputTokens: 7 }, costUsd: 0.012 }); });
      await span('failing\u001b[2J\n', {}, () => Promise.reject(new RangeError('no\u0007')));
    }).catch(() => undefined);
    const text = chunks.join('').replaceAll(/\d+\.\d ms/g, '_ ms').replaceAll(/\d\d:\d\d:\d\d\.\d{3}/g, '00:00:00.000');
    expect(text).toBe(
      [
        '00:00:00.000 pipeline text  _ ms  failed: RangeError no',
        '             ├ info half way',
        '             ├ chat m  _ ms  5 -> 7 tokens  $0.0120',
        '             └ failing [2J  _ ms  failed: RangeError no',
        '',
      ].join('\n'),
    );
  });

  it('shows logs outside of a trace at once, and hides what is too quiet', async () => {
    chunks.length = 0;
    await using _telemetry = await forTests({ console: { stream, minLevel: 'warn' } });
    info('quiet');
    warn('loud');
    expect(chunks.join('')).toMatch(/^\d\d:\d\d:\d\d\.\d{3} warn loud\n$/);
  });
});
