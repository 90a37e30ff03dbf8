import { createRequire } from 'node:module';

import type * as StructuredOutputs from '@discord-intelligence/structured-outputs';
import * as z from 'zod';
import { z as z3 } from 'zod/v3';

/** A question with its schema in both versions of zod: Instructor 1.7 knows the older one only. */
export interface Case {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly zod3: z3.AnyZodObject;
  readonly answer: Readonly<Record<string, unknown>>;
  /** Target of the design for the overhead in memory, p50, in microseconds. */
  readonly targetUs: number;
}

const KINDS = ['ad_hominem', 'straw_man', 'false_dilemma'] as const;
const finding = (index: number) => ({
  kind: KINDS[index % 3],
  quote: `passage number ${index} of the text, word by word`,
  explanation: 'The claim is not answered; the person is.',
  severity: 'medium',
  confidence: 0.75,
  span: { start: index * 40, end: index * 40 + 36 },
});

/** The two sizes that are measured. */
export const CASES: readonly Case[] = [
  {
    name: 'small: two fields',
    schema: z.object({ name: z.string(), age: z.number().int() }),
    zod3: z3.object({ name: z3.string(), age: z3.number().int() }),
    answer: { name: 'Ada Lovelace', age: 36 },
    targetUs: 25,
  },
  {
    name: 'large: twelve findings',
    schema: z.object({
      findings: z.array(
        z.object({
          kind: z.enum(KINDS),
          quote: z.string().min(1),
          explanation: z.string(),
          severity: z.enum(['low', 'medium', 'high']),
          confidence: z.number().min(0).max(1),
          span: z.object({ start: z.number().int(), end: z.number().int() }),
        }),
      ),
      score: z.number().min(0).max(1),
      summary: z.string(),
    }),
    zod3: z3.object({
      findings: z3.array(
        z3.object({
          kind: z3.enum(KINDS),
          quote: z3.string().min(1),
          explanation: z3.string(),
          severity: z3.enum(['low', 'medium', 'high']),
          confidence: z3.number().min(0).max(1),
          span: z3.object({ start: z3.number().int(), end: z3.number().int() }),
        }),
      ),
      score: z3.number().min(0).max(1),
      summary: z3.string(),
    }),
    answer: { findings: Array.from({ length: 12 }, (_, index) => finding(index)), score: 0.4, summary: 'Twelve passages were found.' },
    targetUs: 60,
  },
];

/** Anything with `chat.completions.create`. */
export interface ChatClient {
  readonly chat: { readonly completions: { create(params: object, options?: object): Promise<unknown> } };
}

/** A question as all of them are sent. */
export const MESSAGES = [{ role: 'user', content: 'Find them.' }];
export const NAME = 'answer';

/** The package as its users get it: built, with Instructor inside. */
export async function loadPackage(): Promise<typeof StructuredOutputs> {
  return (await import(new URL('../../../packages/structured-outputs/dist/index.js', import.meta.url).href)) as typeof StructuredOutputs;
}

/** Instructor itself, as its own users have it. */
export function loadInstructor(): (options: object) => ChatClient {
  const { default: createInstructor } = createRequire(import.meta.url)('@instructor-ai/instructor') as { default: (options: object) => ChatClient };
  return createInstructor;
}

/** A completion that calls the only tool with these arguments. */
export function completionOf(answer: unknown): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: 'bench',
    choices: [
      {
        index: 0,
        finish_reason: 'tool_calls',
        logprobs: null,
        message: {
          role: 'assistant',
          content: null,
          refusal: null,
          tool_calls: [{ id: 'call_1', type: 'function', function: { name: NAME, arguments: JSON.stringify(answer) } }],
        },
      },
    ],
    usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 },
  };
}
