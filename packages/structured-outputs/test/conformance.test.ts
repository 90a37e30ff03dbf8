import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { type Mode, MODES, StructuredOutputError, wrap } from '../src/index.js';

import { completionOf, scriptedClient } from './support/scripted-client.js';

interface Case {
  readonly id: string;
  readonly raw: string;
  readonly zod: string;
  readonly expected: { readonly repaired?: unknown; readonly reask?: string; readonly fatal?: string };
  readonly finish_reason?: string;
}

const cases = JSON.parse(readFileSync(join(__dirname, 'data/malformed-outputs.json'), 'utf8')) as readonly Case[];

/** The suite writes its schemas as code; the file is ours. */
function schemaOf(code: string): z.ZodType {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  return new Function('z', `return ${code}`)(z) as z.ZodType;
}

type Outcome = { readonly data: unknown } | { readonly kind: string };

async function play({ raw, zod, finish_reason: finishReason = 'stop' }: Case, mode: Mode): Promise<Outcome> {
  const client = wrap(scriptedClient(({ params }) => completionOf(raw, params, finishReason)), { mode, maxRetries: 0 });
  try {
    const data = await client.chat.completions.create({ model: 'fake', messages: [], response_model: { schema: schemaOf(zod), name: 'Thing' } });
    return { data };
  } catch (error) {
    if (!StructuredOutputError.is(error)) throw error;
    return { kind: error.kind };
  }
}

describe.each(MODES)('malformed answers in mode %s', (mode) => {
  it.each(cases.map((each) => [each.id, each] as const))('%s', async (_id, each) => {
    const outcome = await play(each, mode);

    const { repaired, reask, fatal } = each.expected;
    if (repaired !== undefined) expect(outcome).toEqual({ data: repaired });
    else expect((fatal ?? reask ?? '').split(' or ')).toContain('kind' in outcome ? outcome.kind : `accepted ${JSON.stringify(outcome.data)}`);
  });
});
