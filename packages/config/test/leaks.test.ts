import { inspect } from 'node:util';

import { describe, expect, it } from '@jest/globals';

import { type Config, type ConfigError, describeConfig, type Environment, loadConfig } from '../src/index.js';

import { registeredVariables } from '../src/registry.js';
import { configErrorOf } from './config-error-of.js';

const CANARY = 'canary-4c1d7e92';
const secretNames = registeredVariables().flatMap(({ variable }) => (variable.isSecret ? [variable.name] : []));
const otherNames = registeredVariables().flatMap(({ variable }) => (variable.isSecret ? [] : [variable.name]));

/** A valid value with the canary in it, for each secret. */
const SECRETS: Environment = {
  ...Object.fromEntries(secretNames.map((name) => [name, `${CANARY}-0123456789`])),
  LITELLM_REDIS_URL: `rediss://user:${CANARY}@localhost:6380/0`,
  OTEL_EXPORTER_OTLP_HEADERS: `authorization=${CANARY}`,
};

/** Every way in which an object is usually printed. */
function printed(value: Config | ConfigError): string {
  return [
    ...(value instanceof Error ? [String(value), value.stack] : []),
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    inspect(value, { depth: Infinity, showHidden: true, customInspect: false }),
    JSON.stringify(value),
    JSON.stringify(value, Object.getOwnPropertyNames(value)),
  ].join('\n');
}

describe('a secret', () => {
  it('stays hidden in the config and its description', () => {
    const config = loadConfig(SECRETS);
    expect(config.sources).toMatchObject(Object.fromEntries(secretNames.map((name) => [name, 'environment'])));
    expect(printed(config)).not.toContain(CANARY);
    expect(JSON.stringify(describeConfig(config))).not.toContain(CANARY);
    expect(inspect(structuredClone(config.litellm), { depth: Infinity })).not.toContain(CANARY);
  });

  it.each(secretNames)('stays hidden when %s is refused', (name) => {
    for (const bad of [`${CANARY} with space\n`, `"${CANARY}"`, `${CANARY}é`, CANARY.repeat(2000), `http://u:${CANARY}@h x`]) {
      const error = configErrorOf({ [name]: bad });
      expect(error.issues[0]?.found).toBe('[redacted]');
      expect(printed(error)).not.toContain(CANARY);
      expect(error.stack).not.toContain(CANARY);
    }
  });

  it('stays hidden when another variable is refused beside it', () => {
    expect(printed(configErrorOf({ ...SECRETS, API_PORT: 'x' }))).not.toContain(CANARY);
  });

  it.each(otherNames)('stays hidden when it was pasted into %s by mistake', (name) => {
    // Spaces and quotes make it wrong for nearly every kind; free texts may take it.
    const env = { ...SECRETS, OPENAI_API_KEY: CANARY, [name]: `"\u0000 ${CANARY}` };
    const error = configErrorOf(env);
    expect(error.issues.map(({ variable }) => variable)).toEqual([name]);
    expect(printed(error)).not.toContain(CANARY);
  });

  it.each(['sk-proj-Zm9vYmFy', 'pylf_v1_us_Zm9vYmFy', 'ghp_Zm9vYmFy', 'AKIAZm9vYmFy', 'eyJhbGciOiJIUzI1NiJ9.e30', 'Bearer Zm9vYmFy'])(
    'is recognised by its look, as in API_PORT=%s',
    (value) => {
      expect(configErrorOf({ API_PORT: value }).issues[0]?.found).toBe('[redacted]');
    },
  );

  it('stays hidden when it stands in an unknown variable or beside a placeholder', () => {
    const { warnings } = loadConfig({ LITELLM_MAX_RETRY: CANARY, OPENAI_API_KEY: `your-${CANARY}` });
    expect(warnings).toHaveLength(2);
    expect(warnings.join()).not.toContain(CANARY);
  });
});
