import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { cites, llmCheck, maybe, wrap } from '../../src/index.js';
import { drain } from '../support/drain.js';
import { errorOf } from '../support/error-of.js';
import { ASK, scriptedClient } from '../support/scripted-client.js';

const Quotes = z.object({ quotes: z.array(z.string()) });
const quotesOf = (data: z.infer<typeof Quotes>) => data.quotes.map((quote, index) => ({ path: ['quotes', index], quote }));

describe('checks', () => {
  it('find quotes that are not in the source, and have them corrected', async () => {
    const source = 'She said:  “I wrote\nit”, and left.';
    const client = scriptedClient('{"quotes":["She wrote it"]}', '{"quotes":["said: \\"I wrote it\\""]}');
    const model = { schema: Quotes, checks: [cites({ quotes: quotesOf })] };

    const data = await wrap(client).chat.completions.create({ ...ASK, response_model: model }, { context: source });

    expect(data.quotes).toEqual(['said: "I wrote it"']);
    expect(JSON.stringify(client.sent[1]?.params.messages)).toContain('quotes[0]: is not in the source text');
  });

  it('that throw end the call', async () => {
    const model = { schema: Quotes, checks: [() => { throw new Error('database'); }] };

    const error = await errorOf(wrap(scriptedClient('{"quotes":[]}')).chat.completions.create({ ...ASK, response_model: model }));

    expect(error).toMatchObject({ kind: 'schema', cause: { message: 'database' } });
  });

  it('can be made by another model', async () => {
    const judge = wrap(scriptedClient('{"holds":false,"reason":"names a person"}', '{"holds":true,"reason":""}'), { defaultParams: { model: 'judge' } });
    const client = scriptedClient('{"quotes":["Ada"]}', '{"quotes":[]}');
    const model = { schema: Quotes, checks: [llmCheck<z.infer<typeof Quotes>>({ client: judge, statement: 'No person is named' })] };

    const { data, meta } = await wrap(client).chat.completions.createWithMeta({ ...ASK, response_model: model });

    expect(data.quotes).toEqual([]);
    expect(meta.attempts.map(({ kind }) => kind)).toEqual(['validation', undefined]);
  });

  it('are refused for lists that are given element by element', async () => {
    const model = { schema: Quotes, checks: [cites({ source: '', quotes: quotesOf })] };

    const error = await errorOf(drain(wrap(scriptedClient('')).chat.completions.createIterable({ ...ASK, response_model: model })));

    expect(error.kind).toBe('schema');
  });
});

describe('maybe', () => {
  it('lets a model say that there is nothing', async () => {
    const client = wrap(scriptedClient('{"result":null,"error":true,"message":"No person is named"}'));

    const data = await client.chat.completions.create({ ...ASK, response_model: maybe(z.object({ name: z.string() })) });

    data satisfies { result: { name: string } | null; error: boolean; message: string | null };
    expect(data).toEqual({ result: null, error: true, message: 'No person is named' });
  });
});
