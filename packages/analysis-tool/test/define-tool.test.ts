import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { type AnalysisTool, createTextDocument, defineTool, type OfflineContext, type TextInput, ToolError } from '../src/index.js';

const Counted = z.object({ words: z.int().max(1000) });

/** A tool that counts words; `offline` may be replaced. */
function countingTool(offline: (context: OfflineContext<TextInput>) => { words: number } = ({ document }) => ({ words: document.words.length })): AnalysisTool<TextInput, z.infer<typeof Counted>> {
  let time = 100;
  return defineTool({
    name: 'counting',
    version: '1.0.0',
    schema: Counted,
    textOf: (input: TextInput) => input,
    offline,
    limitations: ['It only counts.'],
    now: () => (time += 5),
  });
}

describe('a tool', () => {
  it('reports its result, its method, what it cannot see and the time it took', async () => {
    expect(await countingTool().analyze('one two three')).toEqual({
      status: 'success',
      result: { words: 3 },
      analysis_method: 'pattern_matching',
      limitations: ['It only counts.'],
      duration_ms: 5,
      attempts: 0,
    });
  });

  it('takes a document in place of a text and does not split it again', async () => {
    const document = createTextDocument('one two');
    const seen: unknown[] = [];
    const tool = countingTool((context) => {
      seen.push(context.document);
      return { words: 2 };
    });
    await tool.analyze(document);
    expect(seen).toEqual([document]);
    expect(seen[0]).toBe(document);
  });

  it.each([
    ['', 'empty text'],
    [' \n\t\u00a0 ', 'empty text'],
    ['?!… 🙂', 'the text holds no words'],
  ])('skips %j', async (text, reason) => {
    expect(await countingTool().analyze(text)).toEqual({ status: 'skipped', reason });
  });

  it.each([null, undefined, 42, {}, [], { text: 7 }])('fails on %j, which is no text, without throwing', async (input) => {
    const outcome = await countingTool().analyze(input as unknown as string);
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'invalid_input', tool: 'counting' } });
  });

  it.each([
    ['breaks', () => { throw new Error('secret text'); }],
    ['gives what its model refuses', () => ({ words: 1001 })],
  ])('fails when its offline path %s, and tells no text', async (_how, offline) => {
    const outcome = await countingTool(offline).analyze('some words');
    if (outcome.status !== 'failed') throw new Error(`expected a failure, got ${outcome.status}`);
    expect(ToolError.is(outcome.error)).toBe(true);
    expect(outcome.error.code).toBe('analysis_failed');
    expect(JSON.stringify(outcome)).not.toContain('secret');
    expect(outcome.error.message).not.toContain('some words');
    expect(outcome.error.cause).toBeInstanceOf(Error);
  });

  it('rejects with the reason of a caller who has given up', async () => {
    const reason = new Error('enough');
    await expect(countingTool().analyze('one', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('rejects when the caller gives up while it works', async () => {
    const caller = new AbortController();
    const analysis = countingTool().analyze('this is an English text that takes a moment', { signal: caller.signal });
    caller.abort(new Error('enough'));
    await expect(analysis).rejects.toThrow('enough');
  });

  it('says that a text is in another language', async () => {
    const outcome = await countingTool().analyze('Je ne sais pas pourquoi il fait toujours cela le matin.');
    expect(outcome).toMatchObject({ limitations: ['It only counts.', expect.stringContaining('French')] });
  });
});

describe('a tool error', () => {
  it('is known by its mark, also when another copy of the package made it', () => {
    const foreign = { [Symbol.for('@discord-intelligence/analysis-tool/ToolError')]: true };
    expect(ToolError.is(foreign)).toBe(true);
    expect(ToolError.is(new Error('no'))).toBe(false);
    expect(ToolError.is(null)).toBe(false);
  });
});
