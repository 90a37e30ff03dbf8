import { describe, expect, it } from '@jest/globals';

import { decodeEntry, encodeEntry } from '../../../src/cache/exact/cache-entry.js';
import { offeredTools, unstorableReason } from '../../../src/cache/exact/storable.js';
import { answer } from '../support/chat.js';

const TOOLS = new Set(['search']);

describe('unstorableReason', () => {
  it.each([
    ['an ordinary answer', answer('ok')],
    ['a refusal', answer({ content: null, refusal: 'I will not.' })],
    ['a valid tool call', answer({ toolCalls: [{ name: 'search', args: { q: 'x' } }] })],
  ])('lets %s be kept', (_what, completion) => {
    expect(unstorableReason(completion, TOOLS)).toBeUndefined();
  });

  it.each([
    ['truncated', answer({ content: 'cut', finishReason: 'length' })],
    ['content-filter', answer({ content: '', finishReason: 'content_filter' })],
    ['interrupted', answer({ content: 'half', finishReason: null })],
    ['interrupted', answer({ content: 'odd', finishReason: 'error' })],
    ['empty', answer({ content: '' })],
    ['empty', { ...answer('x'), choices: [] }],
    ['invalid-tool-call', answer({ toolCalls: [{ name: 'search', args: '{bad' }] })],
    ['invalid-tool-call', answer({ toolCalls: [{ name: 'search', args: '"a text"' }] })],
    ['invalid-tool-call', answer({ toolCalls: [{ name: 'undefined_tool', args: {} }] })],
    ['invalid-tool-call', answer({ toolCalls: [{ name: 'search', args: {} }, { name: 'search', args: '{"a":' }] })],
  ])('says %s', (reason, completion) => {
    expect(unstorableReason(completion, TOOLS)).toBe(reason);
  });

  it('says non-text for an answer with sound', () => {
    const spoken = answer('x');
    Object.assign(spoken.choices[0]!.message, { audio: { id: 'a', data: '', expires_at: 0, transcript: '' } });
    expect(unstorableReason(spoken, TOOLS)).toBe('non-text');
  });

  it('looks at every choice', () => {
    const two = answer('ok');
    two.choices.push({ ...answer({ content: 'cut', finishReason: 'length' }).choices[0]!, index: 1 });
    expect(unstorableReason(two, TOOLS)).toBe('truncated');
  });

  it('knows tools, custom tools and functions by name', () => {
    const params = { tools: [{ type: 'function', function: { name: 'a' } }, { type: 'custom', custom: { name: 'b' } }, 'odd', null], functions: [{ name: 'c' }] };
    expect([...offeredTools(params)]).toEqual(['a', 'b', 'c']);
  });
});

describe('an entry', () => {
  it('is read as it was written, with what the provider added', () => {
    const completion = Object.assign(answer('ok'), { provider: 'x', citations: ['y'] });
    const entry = { createdAt: 5, completion, costNanoUsd: 7 };
    expect(decodeEntry(encodeEntry(entry))).toEqual(entry);
  });

  it.each([
    ['not JSON', '{'],
    ['another version', '{"v":2}'],
    ['null', 'null'],
    ['no choices', encodeEntry({ createdAt: 1, completion: { ...answer(), choices: [] }, costNanoUsd: 1 })],
    ['a broken message', encodeEntry({ createdAt: 1, completion: answer(), costNanoUsd: 1 }).replace('"role":"assistant"', '"role":7')],
    ['a negative cost', encodeEntry({ createdAt: 1, completion: answer(), costNanoUsd: -1 })],
    ['a field too many', encodeEntry({ createdAt: 1, completion: answer(), costNanoUsd: 1 }).replace('"v":1', '"v":1,"x":1')],
  ])('is none when it is %s', (_what, text) => {
    expect(decodeEntry(text)).toBeUndefined();
  });
});
