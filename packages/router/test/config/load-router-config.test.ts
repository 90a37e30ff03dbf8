import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Secret } from '@discord-intelligence/config';
import { temporaryFolder } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { loadRouterConfig } from '../../src/config/load-router-config.js';
import { RouterConfigError } from '../../src/config/router-config-error.js';

const YAML = `
deployments:
  gpt-main:  {provider: openai, model: gpt-4o-mini, keys: [env:OPENAI_A, {id: second, key: env:OPENAI_B, deny: [gpt-5]}], rpm: 500, tpm: 2e6, maxParallel: 64}
  or-mirror: {provider: openrouter, baseURL: https://openrouter.ai/api/v1, model: openai/gpt-4o-mini, weight: 1, order: 2, price: {in: 0.6, out: 2.4}}
groups: {smart: [gpt-main, or-mirror], cheap: [or-mirror]}
useCases:
  summarise: {chain: [cheap, smart], strategy: cost-based-routing, onContextWindow: [smart], cache: {ttl: 1h, semantic: shadow}}
  moderate:  {chain: [cheap], timeouts: {ttft: 2s, idle: 5s, total: 15s}, hedge: {after: p95, maxExtra: 5%}}
budgets:
  - {id: guild, scope: {guild: "*"}, limit: 20 USD, window: month, tz: Europe/Berlin, soft: {at: 80%, use: cheap}, alerts: [50, 80, 95, 100], onRedisDown: closed}
experiments: {tone: {salt: v1, arms: {cheap: 9000, smart: 1000}, useCase: summarise}}
retry: {max: 3, policy: {timeout: 0, rate_limit: 5}}
redis: {url: redis://127.0.0.1, commandTimeout: 100ms}
`;

const environment = (name: string) => ({ OPENAI_A: 'key-a', OPENAI_B: 'key-b' })[name];

function issuesOf(text: string) {
  try {
    loadRouterConfig(text, { environment });
  } catch (error) {
    if (RouterConfigError.is(error)) return error.issues;
    throw error;
  }
  return [];
}

describe('a configuration as people write it', () => {
  it('reads durations, shares and money, and finds the keys', () => {
    const config = loadRouterConfig(YAML, { environment });
    expect(config.deployments['gpt-main']).toMatchObject({ tpm: 2_000_000, order: 1, maxParallel: 64 });
    expect(config.useCases.moderate).toMatchObject({ timeouts: { ttft: 2_000, idle: 5_000, total: 15_000 }, hedge: { after: 'p95', maxExtra: 0.05 } });
    expect(config.useCases.summarise?.cache).toEqual({ ttl: 3_600_000, semantic: 'shadow' });
    expect(config.budgets[0]).toMatchObject({ limit: 20, soft: { at: 0.8, use: 'cheap' }, tz: 'Europe/Berlin' });
    expect(config.retry).toEqual({ max: 3, policy: { timeout: 0, rate_limit: 5 } });
    expect(config.redis).toMatchObject({ commandTimeout: 100, expectedProcesses: 1 });
    const [first, second] = config.deployments['gpt-main']!.keys as [{ key: Secret }, { key: Secret; id: string }];
    expect([first.key.reveal(), second.key.reveal(), second.id]).toEqual(['key-a', 'key-b', 'second']);
    expect(JSON.stringify(config)).not.toContain('key-a');
  });

  it('is read from a file as well', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'router.yaml');
    writeFileSync(path, YAML);
    expect(Object.keys(loadRouterConfig(path, { environment }).groups)).toEqual(['smart', 'cheap']);
    expect(() => loadRouterConfig(join(folder.path, 'none.yaml'))).toThrow('cannot be read');
  });
});

describe('a configuration that cannot be used', () => {
  const base = 'deployments: {a: {provider: openai, model: m}}\n';

  it.each([
    ['a chain that names no group', `${base}groups: {g: [a]}\nfallbacks: {g: [ghost]}`, 'fallbacks.g[0]'],
    ['a group that names no deployment', `${base}groups: {g: [a, b]}`, 'groups.g[1]'],
    ['a deployment that is in a group twice', `${base}groups: {g: [a, a]}`, 'groups.g[1]'],
    ['a negative weight', 'deployments: {a: {provider: openai, model: m, weight: -1}}\ngroups: {g: [a]}', 'deployments.a.weight'],
    ['an unknown provider without an address', 'deployments: {a: {provider: mine, model: m}}\ngroups: {g: [a]}', 'deployments.a.baseURL'],
    ['a key that is not in the environment', 'deployments: {a: {provider: openai, model: m, keys: [env:NONE]}}\ngroups: {g: [a]}', 'deployments.a.keys[0]'],
    ['an arm that is no group', `${base}groups: {g: [a]}\nexperiments: {e: {salt: s, arms: {g: 9000, h: 1000}}}`, 'experiments.e.arms.h'],
    ['arms that do not add up', `${base}groups: {g: [a]}\nexperiments: {e: {salt: s, arms: {g: 9000}}}`, 'experiments.e.arms'],
    ['a time zone that does not exist', `${base}groups: {g: [a]}\nbudgets: [{id: b, limit: 1, tz: Mars/Base}]`, 'budgets[0].tz'],
    ['a duration without a unit', `${base}groups: {g: [a]}\ntimeouts: {ttft: "2 parsecs"}`, 'timeouts.ttft'],
    ['a retry policy for no class of failure', `${base}groups: {g: [a]}\nretry: {policy: {bad_luck: 1}}`, 'retry.policy'],
    ['too many repetitions of a class', `${base}groups: {g: [a]}\nretry: {policy: {timeout: 21}}`, 'retry.policy.timeout'],
    ['a command of Redis that has no time', `${base}groups: {g: [a]}\nredis: {url: redis://127.0.0.1, commandTimeout: 5ms}`, 'redis.commandTimeout'],
    ['a use case with the name of a group', `${base}groups: {g: [a]}\nuseCases: {g: {chain: [g]}}`, 'useCases.g'],
  ])('names the place of %s', (_name, text, path) => {
    expect(issuesOf(text).map((issue) => issue.path)).toContain(path);
  });

  it('names a misspelt option', () => {
    expect(issuesOf(`${base}groups: {g: [a]}\nfallback: {}`)[0]?.message).toContain('fallback');
  });

  it('tells the line of broken YAML and nothing of its text', () => {
    const error = (() => {
      try {
        return loadRouterConfig('deployments:\n  a: {keys: [sk-very-secret\n');
      } catch (caught) {
        return caught as Error;
      }
    })();
    expect((error as Error).message).toContain('no YAML (line');
    expect(`${(error as Error).message}${String((error as Error).cause)}`).not.toContain('sk-very-secret');
  });
});
