import { loadConfig } from '@discord-intelligence/config';
import { InstructorClientFactory } from '@discord-intelligence/structured-outputs';
import type { FakeOpenAI } from '@discord-intelligence/testing';
import * as z from 'zod';

import { type AnalysisTool, defineTool, type LanguageModel, type TextInput } from '../../src/index.js';

export const Notes = z.object({ notes: z.array(z.object({ quote: z.string(), start: z.int() })), remark: z.string(), words: z.int() });
export type Notes = z.infer<typeof Notes>;
const Answer = z.object({ quotes: z.array(z.string()), remark: z.string() });

export const PROMPT = { name: 'notes', version: '1.0.0', text: 'Quote the passages that matter.' };

/** A language model behind a real client and a fake server. */
export function modelAt(openai: FakeOpenAI, options: Partial<LanguageModel> = {}): LanguageModel {
  const config = loadConfig({ OPENAI_API_KEY: 'sk-test-0123456789abcdef', INSTRUCTOR_MAX_RETRIES: '1' });
  const client = InstructorClientFactory.createClient({ config, baseUrl: openai.baseUrl, backoff: { maxRetries: 0 } });
  return { client, model: 'test-model', ...options };
}

/** What the fake answers a question of the tool with. */
export function notes(...quotes: readonly string[]): { readonly quotes: readonly string[]; readonly remark: string } {
  return { quotes, remark: 'It matters.' };
}

/** A tool that quotes; its offline path quotes the first word. */
export function quotingTool(languageModel?: LanguageModel): AnalysisTool<TextInput, Notes> {
  return defineTool({
    name: 'notes',
    version: '1.0.0',
    schema: Notes,
    textOf: (input: TextInput) => input,
    offline: ({ document }) => {
      const { start, end } = document.words[0]!;
      return { notes: [{ quote: document.text.slice(start, end), start }], remark: 'offline', words: document.words.length };
    },
    limitations: ['Only the first word is seen.'],
    languageModel,
    llm: {
      prompt: PROMPT,
      answer: Answer,
      conclude: (answers, { document, locate, checkProse }) => ({
        notes: answers.flatMap(({ answer, part }) =>
          answer.quotes.flatMap((quote) => {
            const passage = locate(quote, part);
            return passage ? [{ quote: document.text.slice(passage.start, passage.end), start: passage.start }] : [];
          }),
        ),
        remark: answers.map(({ answer }) => checkProse(answer.remark)).join(' | '),
        words: document.words.length,
      }),
      asAnswer: ({ notes: found, remark }) => ({ quotes: found.map(({ quote }) => quote), remark }),
      limitations: ['A model may be wrong.'],
    },
  });
}
