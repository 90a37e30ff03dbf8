import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Secret } from '@discord-intelligence/config';
import { loadRouterConfig, storesFor } from '@discord-intelligence/router';
import { redisSkipReason, startRedis } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { Finding } from '../src/doctor/check.js';
import { run } from '../src/run.js';
import { createFakeIo } from './support/fake-io.js';

const SOUND = `
deployments:
  mini: {provider: openai, model: gpt-4o-mini, keys: [sk-of-the-file-0123456789], rpm: 500}
  odd: {provider: ollama, model: my-own-model, price: {in: 1, out: 2}}
groups: {smart: [mini], local: [odd]}
useCases: {analysis: {chain: [smart, local], onContextWindow: [local], strategy: cost-based-routing}}
fallbacks: {smart: [local]}
budgets: [{id: guild, scope: {guild: "*"}, limit: 2}]
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-router-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `router <command>` on a file of this text, or on none. */
async function inspect(command: string, yaml: string | undefined, { flags = [], environment = {} }: { readonly flags?: readonly string[]; readonly environment?: Record<string, string> } = {}) {
  const file = join(folder, 'router.yaml');
  if (yaml !== undefined) await writeFile(file, yaml);
  const io = createFakeIo({ environment });
  const code = await run(['router', command, ...(yaml === undefined ? [] : [file]), '--json', ...flags], io);
  const { findings } = (io.said.stdout === '' ? { findings: [] } : JSON.parse(io.said.stdout)) as { findings: Finding[] };
  return { code, said: io.said, find: (name: string) => findings.find((finding) => finding.name === name) };
}

describe('router check', () => {
  it('draws groups, chains and budgets, and tells keys and prices without showing a key', async () => {
    const { code, find, said } = await inspect('check', SOUND);
    expect(code).toBe(0);
    expect(find('deployment mini')).toMatchObject({ status: 'ok', detail: expect.stringMatching(/^openai gpt-4o-mini; 1 key; .* \(public list\); 500 requests a minute$/) });
    expect(find('deployment odd')?.detail).toBe('ollama my-own-model; no key; 1 USD in, 2 USD out a million tokens (configured)');
    expect(find('group smart')?.detail).toBe('mini; then → local');
    expect(find('use case analysis')?.detail).toBe('smart → local; too long: → local; cost-based-routing');
    expect(find('budget guild')?.detail).toBe('2 USD a month (UTC) for each guild');
    expect(said.stdout + said.stderr).not.toContain('sk-of-the-file');
  });

  it('draws the conditions that send requests elsewhere, in their order', async () => {
    const { code, find } = await inspect('check', `${SOUND}
conditions:
  - {when: {tenant: acme, params.max_tokens: {above: 4000}}, use: local}
  - {when: {scope.guild: [g1, g2, g3], metadata.tier: {not: free}}, use: analysis}
  - {when: {params.temperature: {above: 0.5, below: 1}, model: {not: [smart, local]}}, use: smart}
  - {when: {scope.user: [1, 2, 3, 4, 5, 6, 7], params.stream: true}, use: local}
`);
    expect(code).toBe(0);
    expect([1, 2, 3, 4].map((number) => find(`condition ${number}`)?.detail)).toEqual([
      'tenant is acme and params.max_tokens is above 4000 → group local',
      'scope.guild is g1, g2 or g3 and metadata.tier is not free → use case analysis',
      'params.temperature is above 0.5 and below 1 and model is not smart or local → group smart',
      'scope.user is one of 1, 2, 3, 4, 5 and 2 more and params.stream is true → group local',
    ]);
    expect(find('condition 5')).toBeUndefined();
  });

  it('names keys that are not set, and deployments whose price no budget can do without', async () => {
    const { code, find } = await inspect('check', SOUND.replace('sk-of-the-file-0123456789', 'env:A_KEY_THAT_NOBODY_SET').replace(', price: {in: 1, out: 2}', ''));
    expect(code).toBe(2);
    expect(find('A_KEY_THAT_NOBODY_SET')).toMatchObject({ status: 'problem' });
    expect(find('deployment odd')).toMatchObject({ status: 'problem', action: expect.stringContaining('deployments.odd.price') });
  });

  it('tells every fault of a file with its path, and exits with 2', async () => {
    const { code, said } = await inspect('check', SOUND.replace('smart: [local]', 'smart: [ghost]').replace('rpm: 500', 'weight: -1'));
    expect(code).toBe(2);
    expect(said.stdout).toBe('');
    expect(said.stderr).toContain('deployments.mini.weight');
  });

  it('looks at what the keys alone make', async () => {
    const { code, find } = await inspect('check', undefined, { environment: { OPENAI_API_KEY: 'sk-0123456789abcdef', OPENROUTER_API_KEY: 'sk-or-0123456789abcdef' } });
    expect(code).toBe(0);
    expect(find('group general')).toMatchObject({ status: 'ok' });
  });

  it('says what to do when there is nothing to look at', async () => {
    const { code, said } = await inspect('check', undefined);
    expect(code).toBe(2);
    expect(said.stderr).toContain('there is no router configuration');
  });
});

describe('router usage and health', () => {
  it('say that nothing is shared without Redis', async () => {
    expect((await inspect('usage', SOUND)).find('Redis')).toMatchObject({ status: 'off' });
    expect((await inspect('health', SOUND)).find('Redis')).toMatchObject({ status: 'off' });
  });

  it('refuse a label that is none', async () => {
    expect(await inspect('usage', SOUND, { flags: ['--label', 'user'] })).toMatchObject({ code: 2 });
  });

  const reason = redisSkipReason();
  (reason === undefined ? it : it.skip)(`show what other processes have spent and seen${reason === undefined ? '' : ` (skipped: ${reason})`}`, async () => {
    await using redis = await startRedis();
    const yaml = `${SOUND}redis: {url: "${redis.url}"}\n`;
    const stores = storesFor(loadRouterConfig(yaml, { environment: () => new Secret('unused') }));
    await stores.ready();
    await stores.budgets.charge({ labels: { guild: 'g1' }, amountNano: 2_500_000_000 });
    stores.cooldowns.reportFailure({ deployment: 'mini', errorClass: 'quota', rule: 'long', hasSiblings: true });
    await stores.close();

    const usage = await inspect('usage', yaml, { flags: ['--label', 'guild=g1'] });
    expect(usage.code).toBe(2);
    expect(usage.find('guild guild=g1')).toMatchObject({ status: 'problem', detail: expect.stringMatching(/^\$2\.50 of \$2\.00 spent in \d{4}-\d{2}; begins anew /) });
    expect((await inspect('usage', yaml, { flags: ['--label', 'guild=g2'] })).find('guild guild=g2')).toMatchObject({ status: 'ok' });
    const health = await inspect('health', yaml);
    expect(health.find('mini')).toMatchObject({ status: 'problem', detail: expect.stringMatching(/^cooling for \d+ s more \(quota\)$/) });
    expect(health.find('odd')).toMatchObject({ status: 'ok', detail: 'in service' });

    await redis.stop();
    expect(await inspect('health', yaml)).toMatchObject({ code: 2 });
  });
});

describe('router simulate', () => {
  const TRACE = [
    { kind: 'provider', deployment: 'mini', latency: { kind: 'lognormal', medianMs: 400, p95Ms: 900 }, failures: [{ fromMs: 0, toMs: 5_000, failure: 503 }] },
    { kind: 'provider', deployment: 'odd', latency: { kind: 'fixed', ms: 1_000 } },
    ...Array.from({ length: 200 }, (_, index) => ({ kind: 'request', atMs: index * 100, model: 'both', promptTokens: 100, completionTokens: 50 })),
  ];
  const CONFIG = SOUND.replace('groups: {', 'groups: {both: [mini, odd], ').replace(/budgets.*/, '');

  async function simulate(flags: readonly string[], trace: readonly unknown[] = TRACE) {
    await writeFile(join(folder, 'both.yaml'), CONFIG);
    await writeFile(join(folder, 'trace.jsonl'), trace.map((line) => JSON.stringify(line)).join('\n'));
    const io = createFakeIo();
    const code = await run(['router', 'simulate', join(folder, 'trace.jsonl'), '--config', join(folder, 'both.yaml'), ...flags], io);
    return { code, ...io.said };
  }

  it('compares strategies on the same trace, the same way for the same seed', async () => {
    const flags = ['--strategy', 'cost-based-routing,latency-based-routing', '--seed', '7', '--json'];
    const one = await simulate(flags);
    expect(one.code).toBe(0);
    const reports = JSON.parse(one.stdout) as Record<string, { requests: number; answered: number; failed: number; costUsd: number }>;
    expect(Object.keys(reports)).toEqual(['cost-based-routing', 'latency-based-routing']);
    for (const { requests, answered, failed, costUsd } of Object.values(reports)) {
      expect([requests, answered + failed]).toEqual([200, 200]);
      expect(costUsd).toBeGreaterThan(0);
    }
    expect((await simulate(flags)).stdout).toBe(one.stdout);
  });

  it('shows a line for each policy', async () => {
    const { stdout } = await simulate([]);
    expect(stdout).toMatch(/^policy +answered .*\nas configured \(simple-shuffle\) +\d+ .* mini \d+ %, odd \d+ %\n$/);
  });

  it.each([
    [['--strategy', 'cheapest'], TRACE, "knows no 'cheapest'"],
    [['--seed', 'x'], TRACE, '--seed must be a whole number'],
    [[], [{ kind: 'request' }], 'Line 1 of the trace'],
  ])('with %j tells what is wrong and exits with 2', async (flags, trace, message) => {
    const { code, stderr } = await simulate(flags, trace);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
