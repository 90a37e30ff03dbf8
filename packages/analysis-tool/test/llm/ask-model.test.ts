import { describe, expect, it } from '@jest/globals';
import { failure, hang, refusal, startFakeOpenAI, text, toolCall } from '@discord-intelligence/testing';

import { modelAt, notes, PROMPT, quotingTool } from '../support/asking-tool.js';

const TEXT = 'Taxes are high. Nobody likes them. They pay for roads.';
const QUESTION = 'notes_analysis';

interface Body {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
}
const bodyOf = (call: { readonly body: unknown } | undefined) => call?.body as Body;

describe('a tool with a language model', () => {
  it('gives what the model says, with its name, its tokens, its cost and its attempts', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall(QUESTION, notes('Nobody likes them.'), { usage: { prompt: 100, completion: 20, cost: 0.003 } }));

    const outcome = await quotingTool(modelAt(openai)).analyze(TEXT);

    expect(outcome).toMatchObject({
      status: 'success',
      analysis_method: 'llm_instructor',
      model: 'test-model',
      result: { notes: [{ quote: 'Nobody likes them.', start: 16 }], remark: 'It matters.' },
      usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      cost_usd: 0.003,
      attempts: 1,
      dropped_quotes: 0,
      limitations: ['A model may be wrong.'],
    });
    expect(outcome).not.toHaveProperty('degraded_reason');
    openai.expectNoViolations();
  });

  it('sends its instructions apart from the text, and further parameters as they are', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall(QUESTION, notes()));
    await quotingTool(modelAt(openai, { params: { temperature: 0 } })).analyze(TEXT);

    const [call] = openai.calls;
    expect(call?.body).toMatchObject({ model: 'test-model', temperature: 0 });
    const [system, user] = bodyOf(call).messages;
    expect([system?.role, user?.role]).toEqual(['system', 'user']);
    expect(system?.content.startsWith(PROMPT.text)).toBe(true);
    expect(system?.content).not.toContain(TEXT);
    expect(user?.content).toContain(TEXT);
  });

  it('shows no quotation that is not in the text, and counts those that it leaves out', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall(QUESTION, { quotes: ['Everybody loves them.', '“nobody  likes them”', 'roads'], remark: 'They say "everybody loves paying" and "Nobody likes them".' }));

    const outcome = await quotingTool(modelAt(openai)).analyze(TEXT);

    expect(outcome).toMatchObject({
      status: 'success',
      result: {
        notes: [{ quote: 'Nobody likes them', start: 16 }, { quote: 'roads', start: 48 }],
        remark: 'They say everybody loves paying and "Nobody likes them".',
      },
      dropped_quotes: 2,
      limitations: ['A model may be wrong.', '2 quotations of the model could not be found in the text and are not shown.'],
    });
  });

  it('asks again with what was wrong, and counts both attempts', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(toolCall(QUESTION, { quotes: 'none' }, { usage: { prompt: 10, completion: 1 } }), toolCall(QUESTION, notes(), { usage: { prompt: 20, completion: 2 } }));
    expect(await quotingTool(modelAt(openai)).analyze(TEXT)).toMatchObject({ status: 'success', attempts: 2, usage: { total_tokens: 33 } });
  });
});

describe('a tool whose language model fails', () => {
  it.each([
    ['is down', failure(503)],
    ['takes no key', failure(401, { message: 'bad key sk-test-0123456789abcdef' })],
    ['refuses', refusal('I cannot help with that.')],
    ['answers in prose', text('Certainly! The text is about taxes.')],
    ['answers against the schema', toolCall(QUESTION, { quotes: 7 })],
  ] as const)('answers offline when it %s, and says so without a word of the text', async (_how, reply) => {
    await using openai = await startFakeOpenAI();
    openai.always(reply);

    const outcome = await quotingTool(modelAt(openai)).analyze(TEXT);

    expect(outcome).toMatchObject({
      status: 'degraded',
      analysis_method: 'pattern_matching',
      degraded_reason: expect.stringMatching(/^the language model could not be used: ./),
      result: { notes: [{ quote: 'Taxes', start: 0 }], remark: 'offline' },
      limitations: ['Only the first word is seen.'],
    });
    expect(outcome).not.toHaveProperty('model');
    const told = JSON.stringify({ ...outcome, result: null });
    for (const secret of ['Taxes', 'roads', 'Certainly', 'I cannot help', 'sk-test']) expect(told).not.toContain(secret);
  });

  it('tells what failed attempts have cost', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(toolCall(QUESTION, { quotes: 7 }, { usage: { prompt: 5, completion: 1, cost: 0.001 } }));
    expect(await quotingTool(modelAt(openai)).analyze(TEXT)).toMatchObject({ status: 'degraded', attempts: 2, usage: { total_tokens: 12 }, cost_usd: 0.002 });
  });

  it('answers offline when the model takes too long', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(hang());
    const outcome = await quotingTool(modelAt(openai, { deadlineMs: 50 })).analyze(TEXT);
    expect(outcome).toMatchObject({ status: 'degraded', degraded_reason: 'the language model could not be used: it took longer than 0.05 s' });
  });

  it('rejects with the reason of a caller who gives up meanwhile', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(hang());
    const caller = new AbortController();
    const analysis = quotingTool(modelAt(openai)).analyze(TEXT, { signal: caller.signal });
    await openai.called();
    const reason = new Error('enough');
    caller.abort(reason);
    await expect(analysis).rejects.toBe(reason);
  });

  it('asks nobody without a model, and calls that a success', async () => {
    expect(await quotingTool().analyze(TEXT)).toMatchObject({ status: 'success', analysis_method: 'pattern_matching', attempts: 0 });
  });

  it.each([
    ['contextTokens', 1_999],
    ['maxParts', 0],
    ['concurrency', 1.5],
    ['deadlineMs', -1],
  ] as const)('is not made with %s of %d', async (name, value) => {
    await using openai = await startFakeOpenAI();
    expect(() => quotingTool(modelAt(openai, { [name]: value }))).toThrow(new RegExp(`languageModel.${name} must be a whole number .* got ${value}`));
  });
});

describe('a long text', () => {
  const sentences = Array.from({ length: 120 }, (_, index) => `Sentence number ${index} says a few plain words about roads and taxes.`);
  const LONG = sentences.join(' ');
  const SMALL = { contextTokens: 4_500, answerTokens: 1_000 };
  /** The sentences that a request holds. */
  const asked = (body: Body) => sentences.filter((sentence) => body.messages[1]!.content.includes(sentence));

  it('is asked about in parts that together hold every sentence once, and quotes are found where they stand', async () => {
    await using openai = await startFakeOpenAI();
    openai.always((call) => toolCall(QUESTION, notes(asked(bodyOf(call))[0]!)).play(call));

    const outcome = await quotingTool(modelAt(openai, SMALL)).analyze(LONG);

    expect(openai.calls.length).toBeGreaterThan(1);
    expect(openai.calls.flatMap((call) => asked(bodyOf(call))).sort()).toEqual([...sentences].sort());
    expect(openai.peak).toBeLessThanOrEqual(4);
    if (outcome.status !== 'success') throw new Error(outcome.status);
    expect(outcome.result.notes).toHaveLength(openai.calls.length);
    for (const { quote, start } of outcome.result.notes) expect(LONG.slice(start, start + quote.length)).toBe(quote);
    expect(outcome.limitations).toContain(`The text was read in ${openai.calls.length} parts: what shows only across them may be missed.`);
    expect(outcome.attempts).toBe(openai.calls.length);
  });

  it('keeps the answers on the other parts when the model fails on one', async () => {
    await using openai = await startFakeOpenAI();
    openai.always((call) => (asked(bodyOf(call)).includes(sentences[0]!) ? refusal('No.') : toolCall(QUESTION, notes(asked(bodyOf(call))[0]!))).play(call));

    const outcome = await quotingTool(modelAt(openai, SMALL)).analyze(LONG);

    expect(outcome).toMatchObject({ status: 'degraded', analysis_method: 'llm_instructor', degraded_reason: expect.stringMatching(/^1 of \d+ parts were analysed without the language model: ./) });
    if (outcome.status !== 'degraded') throw new Error(outcome.status);
    // The part that failed is quoted by the offline path: its first word.
    expect(outcome.result.notes[0]).toEqual({ quote: 'Sentence', start: 0 });
    expect(outcome.result.notes.length).toBe(openai.calls.length);
  });

  it('begins no further question when the provider is down', async () => {
    await using openai = await startFakeOpenAI();
    openai.always(failure(503));
    const outcome = await quotingTool(modelAt(openai, { ...SMALL, concurrency: 1 })).analyze(LONG);
    expect(outcome).toMatchObject({ status: 'degraded', analysis_method: 'pattern_matching', attempts: 1 });
    expect(openai.calls).toHaveLength(1);
  });

  it('is left to the offline path when it needs too many calls, before any is made', async () => {
    await using openai = await startFakeOpenAI();
    const outcome = await quotingTool(modelAt(openai, { ...SMALL, maxParts: 1 })).analyze(LONG);
    expect(outcome).toMatchObject({ status: 'degraded', degraded_reason: expect.stringContaining('at most 1 are made') });
    expect(openai.calls).toHaveLength(0);
  });

  it('is left to the offline path when the context has no room for it', async () => {
    await using openai = await startFakeOpenAI();
    const outcome = await quotingTool(modelAt(openai, { contextTokens: 2_000, answerTokens: 1_000 })).analyze(TEXT);
    expect(outcome).toMatchObject({ status: 'degraded', degraded_reason: expect.stringContaining('leaves no room') });
  });
});
