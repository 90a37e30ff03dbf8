import { embeddings, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { parseRouterConfig } from '../../src/config/parse-router-config.js';
import type { RouterConfigInput } from '../../src/config/router-config.js';
import { RouterConfigError } from '../../src/config/router-config-error.js';
import type { RequestOptions } from '../../src/flow/request-options.js';
import { metaOf } from '../../src/trace/result-meta.js';

import { MESSAGES, startRouter } from './start-router.js';

type Condition = NonNullable<RouterConfigInput['conditions']>[number];

/** Two groups of one deployment each, and a use case over both. */
async function start(conditions: readonly Condition[], more: Pick<Partial<RouterConfigInput>, 'mirror'> = {}) {
  const test = await startRouter({ groups: { smart: { a: {} }, cheap: { b: {} } }, useCases: { quick: { chain: ['cheap', 'smart'], retry: { max: 1 } } }, ...more, conditions: [...conditions] });
  for (const id of ['a', 'b']) test.openai.provider(id).always(text(id));
  const ask = async (params: Readonly<Record<string, unknown>> = {}, options: RequestOptions = {}) => metaOf(await test.router.completion({ model: 'smart', messages: MESSAGES, ...params }, options));
  return { ...test, ask, servedBy: async (params?: Readonly<Record<string, unknown>>, options?: RequestOptions) => (await ask(params, options))?.servedBy };
}

describe('Conditions', () => {
  it('send a request whose metadata fit to another group, and tell so', async () => {
    await using test = await start([{ when: { 'metadata.plan': 'free' }, use: 'cheap' }]);
    const meta = await test.ask({ metadata: { plan: 'free' } });
    expect(meta).toMatchObject({ servedBy: 'b', group: 'cheap' });
    expect(meta?.trace[0]).toMatchObject({ kind: 'condition', subject: 'cheap', reason: 'conditions[0]' });
    expect(await test.servedBy({ metadata: { plan: 'paid' } })).toBe('a');
    expect(await test.servedBy()).toBe('a');
  });

  it.each<[string, Condition['when'], Readonly<Record<string, unknown>>, RequestOptions, boolean]>([
    ['a tenant', { tenant: 't1' }, {}, { tenant: 't1' }, true],
    ['another tenant', { tenant: 't1' }, {}, {}, false],
    ['one of several labels', { 'scope.team': ['red', 7] }, {}, { scope: { team: '7' } }, true],
    ['none of them', { 'scope.team': { not: ['red', 7] } }, {}, { scope: { team: 'red' } }, false],
    ['a label that is not there', { 'scope.team': { not: 'red' } }, {}, {}, true],
    ['a name that every object has', { 'scope.constructor': { not: 'x' }, 'metadata.toString': 'function' }, { metadata: {} }, { scope: {} }, false],
    ['a number above the border', { 'params.max_tokens': { above: 100 } }, { max_tokens: 101 }, {}, true],
    ['a number on the border', { 'params.max_tokens': { above: 100, below: 200 } }, { max_tokens: 200 }, {}, false],
    ['no number', { 'params.max_tokens': { below: 200 } }, {}, {}, false],
    ['only one of two', { model: 'smart', tenant: 't1' }, {}, {}, false],
    ['both of two', { model: 'smart', 'params.temperature': 0 }, { temperature: 0 }, {}, true],
  ])('look at %s', async (_name, when, params, options, fits) => {
    await using test = await start([{ when, use: 'cheap' }]);
    expect(await test.servedBy(params, options)).toBe(fits ? 'b' : 'a');
  });

  it('are asked in turn, and the first that fits decides', async () => {
    await using test = await start([{ when: { tenant: 't1', model: 'smart' }, use: 'smart' }, { when: { model: 'smart' }, use: 'quick' }]);
    expect(await test.servedBy({}, { tenant: 't1' })).toBe('a');
    expect(await test.servedBy({}, { tenant: 't2' })).toBe('b');
  });

  it('leave embeddings and mirrored copies alone', async () => {
    await using test = await start([{ when: { tenant: 'default' }, use: 'cheap' }], { mirror: { to: 'smart', share: 1 } });
    test.openai.provider('a').always(text('a'));
    expect(await test.servedBy()).toBe('b');
    await test.openai.provider('a').called(1);
    test.openai.provider('a').queue(embeddings());
    expect(metaOf(await test.router.embeddings.create({ model: 'smart', input: 'x' }))?.servedBy).toBe('a');
  });

  it.each<[string, object, string]>([
    ['a group that is not there', { when: { tenant: 't' }, use: 'ghost' }, 'conditions[0].use'],
    ['nothing to look at', { when: {}, use: 'cheap' }, 'conditions[0].when'],
    ['something nobody knows', { when: { 'weather': 'rain' }, use: 'cheap' }, 'conditions[0].when.weather'],
    ['a border without a number', { when: { 'params.n': { above: 'x' } }, use: 'cheap' }, 'conditions[0].when.params.n'],
  ])('are refused when the configuration is loaded: %s', (_name, condition, path) => {
    const input = { deployments: { a: { provider: 'openai', model: 'm' } }, groups: { cheap: ['a'] }, conditions: [condition] };
    const issues = (() => {
      try {
        parseRouterConfig(input, () => undefined);
      } catch (error) {
        return RouterConfigError.is(error) ? error.issues : error;
      }
      return [];
    })();
    expect(issues).toEqual([expect.objectContaining({ path })]);
  });
});
