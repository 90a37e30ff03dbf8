import { failure, text } from '@discord-intelligence/testing';
import { describe, expect, it } from '@jest/globals';

import { metaOf } from '../../src/trace/result-meta.js';

import { MESSAGES, rejectionOf, startRouter } from './start-router.js';

const tooLong = failure(400, { message: "This model's maximum context length is 8192 tokens", code: 'context_length_exceeded' });
const retry = { max: 2, base: 1 };

describe('a request that is too long for a deployment', () => {
  it('goes to the sibling with a larger window, before the chain', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxInputTokens: 8_000 }, same: { maxInputTokens: 8_000 }, large: { maxInputTokens: 100_000 } }, big: { x: {} } }, contextWindowFallbacks: { g: ['big'] }, retry });
    test.openai.provider('a').queue(tooLong);
    test.openai.provider('large').queue(text('ok'));
    const answer = await test.router.completion({ model: 'g', messages: MESSAGES });
    expect(metaOf(answer)).toMatchObject({ servedBy: 'large', fallbacks: 0 });
    expect(test.calls()).toEqual({ a: 1, same: 0, large: 1, x: 0 });
  });

  it('goes to a larger window on a later order level', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxInputTokens: 8_000 }, same: { order: 2, maxInputTokens: 8_000 }, large: { order: 3, maxInputTokens: 9_000 } } }, retry });
    test.openai.provider('a').queue(tooLong);
    test.openai.provider('large').queue(text('ok'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('large');
    expect(test.calls()).toEqual({ a: 1, same: 0, large: 1 });
  });

  it('tries a window that nobody knows, but not the same model of the same provider', async () => {
    const same = { provider: 'openai', model: 'm' };
    await using test = await startRouter({ groups: { g: { a: same, twin: same, other: {} } }, retry });
    test.openai.provider('a').queue(tooLong);
    test.openai.provider('other').queue(text('ok'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('other');
    expect(test.calls()).toEqual({ a: 1, twin: 0, other: 1 });
  });

  it('takes the chain for long requests even when the larger sibling was down', async () => {
    await using test = await startRouter({ groups: { g: { a: { maxInputTokens: 8_000 }, large: { maxInputTokens: 9_000 } }, h: { b: {} }, big: { x: {} } }, fallbacks: { g: ['h'] }, contextWindowFallbacks: { g: ['big'] }, retry: { max: 1, base: 1 } });
    test.openai.provider('a').queue(tooLong);
    test.openai.provider('large').queue(failure(500));
    test.openai.provider('x').queue(text('ok'));
    expect(metaOf(await test.router.completion({ model: 'g', messages: MESSAGES }))?.servedBy).toBe('x');
    expect(test.calls()).toEqual({ a: 1, large: 1, b: 0, x: 1 });
  });
});

describe('a request for a region', () => {
  it('is served there and nowhere else', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, us: { region: 'us' }, eu: { region: 'eu' } } }, retry });
    test.openai.provider('eu').always(failure(500));
    await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { region: 'eu' }));
    expect(test.calls()).toEqual({ a: 0, us: 0, eu: 3 });
  });

  it('is refused where the group has none', async () => {
    await using test = await startRouter({ groups: { g: { a: {}, us: { region: 'us' } } } });
    expect(await rejectionOf(test.router.completion({ model: 'g', messages: MESSAGES }, { region: 'eu' }))).toMatchObject({ code: 'no_matching_deployment', status: 400 });
  });
});
