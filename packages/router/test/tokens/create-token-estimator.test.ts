import { describe, expect, it } from '@jest/globals';

import { createTokenEstimator } from '../../src/tokens/create-token-estimator.js';
import { encodingOf } from '../../src/tokens/exact-counter.js';

const ENGLISH = 'The committee met on Tuesday to discuss the proposal. Several members argued that the costs had been understated, while others pointed to the long-term savings. In the end, the vote was postponed until the next session, which will take place in two weeks.';
const GERMAN = 'Der Ausschuss traf sich am Dienstag, um den Vorschlag zu besprechen. Mehrere Mitglieder wandten ein, dass die Kosten zu niedrig angesetzt seien; andere verwiesen auf langfristige Einsparungen.';
const CODE = 'export function sum(numbers: readonly number[]): number {\n  return numbers.reduce((total, number) => total + number, 0);\n}\n';
const CHINESE = '委员会星期二开会讨论了这项提案。几位成员认为费用被低估了，而其他人则指出了长期的节省。';
const RUSSIAN = 'Комитет собрался во вторник, чтобы обсудить предложение. Некоторые участники утверждали, что расходы занижены.';

describe('createTokenEstimator', () => {
  const tokens = createTokenEstimator();

  it.each(Object.entries({ ENGLISH, GERMAN, CODE, CHINESE, RUSSIAN }))('estimates %s on the high side of the real number, but not by far', async (_, text) => {
    const exact = await tokens.countText(text, 'gpt-4o');
    const ratio = tokens.estimateText(text) / exact;
    expect({ ratio, isGood: ratio >= 0.95 && ratio <= 1.9 }).toEqual({ ratio, isGood: true });
  });

  it('counts with the encoding of the model', async () => {
    const older = await tokens.countText(CHINESE, 'gpt-4-turbo');
    const newer = await tokens.countText(CHINESE, 'openai/gpt-4o-mini');
    expect(newer).toBeLessThan(older);
    expect(['gpt-4', 'gpt-4-0613', 'gpt-3.5-turbo', 'text-embedding-3-small'].map(encodingOf)).toEqual(Array(4).fill('cl100k_base'));
    expect(['gpt-4o', 'gpt-4.1-mini', 'gpt-5', 'o3', 'claude-sonnet-4-5', 'azure/gpt-4o'].map(encodingOf)).toEqual(Array(6).fill('o200k_base'));
  });

  it('counts text that looks like a control token as text', async () => {
    expect(await tokens.countText('<|endoftext|>', 'gpt-4o')).toBeGreaterThan(1);
  });

  it('estimates when the tokenizer cannot be loaded', async () => {
    const broken = createTokenEstimator({ exact: async () => { throw new Error('not there'); } });
    expect(await broken.countText(ENGLISH, 'gpt-4o')).toBe(broken.estimateText(ENGLISH));
  });

  it('adds up messages, tools and images, whatever shape their content has', () => {
    const plain = tokens.estimateRequest({ messages: [{ role: 'user', content: ENGLISH }] });
    expect(plain).toBeGreaterThan(tokens.estimateText(ENGLISH));
    expect(tokens.estimateRequest({ messages: [{ role: 'user', content: [{ type: 'text', text: ENGLISH }] }] })).toBe(plain);
    const withImage = { role: 'user', content: [{ type: 'text', text: ENGLISH }, { type: 'image_url', image_url: { url: `data:image/png;base64,${'A'.repeat(100_000)}` } }] };
    expect(tokens.estimateRequest({ messages: [withImage] }) - plain).toBeGreaterThan(1_000);
    expect(tokens.estimateRequest({ messages: [withImage] }) - plain).toBeLessThan(1_500);
    const tools = [{ type: 'function', function: { name: 'look', parameters: { type: 'object', properties: { query: { type: 'string' } } } } }];
    expect(tokens.estimateRequest({ messages: [{ role: 'user', content: ENGLISH }], tools })).toBeGreaterThan(plain + 20);
  });

  it('estimates embeddings of texts and of tokens', () => {
    expect(tokens.estimateRequest({ input: [ENGLISH, ENGLISH] })).toBeGreaterThan(tokens.estimateText(ENGLISH) * 2);
    expect(tokens.estimateRequest({ input: [[1, 2, 3], [4, 5, 6]] })).toBe(Math.ceil(9 * 1.1));
  });

  it('survives content that is a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    expect(tokens.estimateRequest({ messages: [cycle], tools: cycle })).toBeLessThan(100);
  });
});
