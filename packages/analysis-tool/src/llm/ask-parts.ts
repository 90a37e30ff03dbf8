import type { ErrorKind, StructuredOutputError } from '@discord-intelligence/structured-outputs';
import type * as z from 'zod';

import { createDeadline } from './deadline.js';
import type { CheckedLanguageModel } from './language-model.js';
import { type Material, type Prompt, toMessages } from './prompt.js';
import { type Spending, spend } from './spending.js';
import type { TextPart } from './text-part.js';

/** What came of the question about one part. */
export type AskedPart<Answer> =
  | { readonly part: TextPart; readonly answer: Answer; readonly model: string }
  | { readonly part: TextPart; readonly reason: string };

/** One question, about many parts. */
export interface Question<Answer extends z.ZodType> {
  readonly prompt: Prompt;
  readonly answer: Answer;
  readonly materials: readonly Material[];
}

/** Failures of one answer; after any other the next question would fail as well. */
const OF_ONE_ANSWER: ReadonlySet<ErrorKind> = new Set(['validation', 'unparseable', 'no_output', 'truncated', 'elided', 'refusal', 'content_filter']);

/**
 * Asks about each part, some at the same time. After a failure that is not of
 * one answer alone, no further question is begun.
 *
 * @throws the reason of `signal`, and nothing else.
 */
export async function askParts<Answer extends z.ZodType>(
  languageModel: CheckedLanguageModel,
  question: Question<Answer>,
  parts: readonly TextPart[],
  spending: Spending,
  signal: AbortSignal | undefined,
): Promise<AskedPart<z.output<Answer>>[]> {
  using deadline = createDeadline(languageModel.deadlineMs, signal);
  const asked: AskedPart<z.output<Answer>>[] = [];
  let outage: string | undefined;
  let next = 0;

  const askOne = async (part: TextPart): Promise<AskedPart<z.output<Answer>>> => {
    if (outage !== undefined) return { part, reason: outage };
    try {
      const { data, meta } = await ask(languageModel, question, part, parts.length, deadline.signal);
      spend(spending, meta.attempts, meta.usage);
      return { part, answer: data, model: meta.model };
    } catch (error) {
      signal?.throwIfAborted();
      const failure = error as Partial<StructuredOutputError>;
      spend(spending, failure.attempts ?? [], failure.usage);
      const reason = deadline.isOver ? `it took longer than ${languageModel.deadlineMs / 1_000} s` : describeFailure(error);
      if (failure.kind === undefined || !OF_ONE_ANSWER.has(failure.kind)) outage = reason;
      return { part, reason };
    }
  };
  const work = async () => {
    for (let index = next++; index < parts.length; index = next++) asked[index] = await askOne(parts[index]!);
  };
  await Promise.all(Array.from({ length: Math.min(languageModel.concurrency, parts.length) }, work));
  return asked;
}

function ask<Answer extends z.ZodType>(
  { client, model, params }: CheckedLanguageModel,
  { prompt, answer, materials }: Question<Answer>,
  part: TextPart,
  count: number,
  signal: AbortSignal,
) {
  const label = count === 1 ? 'The text' : 'A part of the text';
  return client.chat.completions.createWithMeta(
    {
      ...params,
      ...(model !== undefined && { model }),
      messages: toMessages(prompt, [...materials, { label, text: part.text }]),
      response_model: { schema: answer, name: `${prompt.name}_analysis` },
    },
    { signal },
  );
}

/** The errors of structured-outputs hold no word of prompt or answer; of others only the kind is told. */
function describeFailure(error: unknown): string {
  const { kind, message } = error as Partial<StructuredOutputError>;
  if (kind !== undefined && message !== undefined) return message;
  return `an unexpected ${error instanceof Error ? error.name : typeof error}`;
}
