import { describe, expect, it } from '@jest/globals';

import { loadConfig } from '../../src/index.js';

import { configErrorOf, reasonFor } from '../config-error-of.js';

describe('a choice', () => {
  it.each(['usage-based-routing', 'simple-shuffle', 'latency-based-routing', 'cost-based-routing', 'least-busy'])(
    'takes the routing strategy %s in any case',
    (strategy) => {
      expect(loadConfig({ LITELLM_ROUTING_STRATEGY: strategy }).litellm.routingStrategy).toBe(strategy);
      expect(loadConfig({ LITELLM_ROUTING_STRATEGY: ` ${strategy.toUpperCase()} ` }).litellm.routingStrategy).toBe(strategy);
    },
  );

  it('understands other spellings', () => {
    expect(loadConfig({ LOG_LEVEL: 'WARNING' }).app.logLevel).toBe('warn');
    expect(loadConfig({ LITELLM_ROUTING_STRATEGY: 'usage-based-routing-v2' }).litellm.routingStrategy).toBe(
      'usage-based-routing',
    );
  });

  it.each(['random', 'constructor', '__proto__', 'toString'])('refuses %j and lists what there is', (value) => {
    expect(reasonFor('LOG_LEVEL', value)).toBe('it is none of the choices');
    expect(configErrorOf({ LOG_LEVEL: value }).message).toContain(
      'one of trace, debug, info, warn, error, fatal, silent',
    );
  });
});

describe('the capture of content', () => {
  const capture = (env: Record<string, string>) => loadConfig(env).logfire.captureContent;

  it('is off by default', () => {
    expect(capture({})).toBe('none');
  });

  it.each([
    ['true', 'full'],
    ['1', 'full'],
    ['SPAN_AND_EVENT', 'full'],
    ['false', 'none'],
    ['NO_CONTENT', 'none'],
  ])('follows the standard variable %s -> %s', (value, expected) => {
    expect(capture({ OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: value })).toBe(expected);
  });

  it('follows its own variable first', () => {
    const standard = { OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' };
    expect(capture({ ...standard, LOGFIRE_CAPTURE_CONTENT: 'metadata' })).toBe('metadata');
    expect(capture({ ...standard, LOGFIRE_CAPTURE_CONTENT: 'none' })).toBe('none');
  });
});
