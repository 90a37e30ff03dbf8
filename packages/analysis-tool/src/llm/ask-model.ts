import type * as z from 'zod';

import type { OfflineContext } from '../offline-context.js';
import { createTextDocument } from '../text/text-document.js';

import { askParts } from './ask-parts.js';
import { createProseChecker } from './check-prose.js';
import { estimateTokens } from './estimate-tokens.js';
import type { CheckedLanguageModel } from './language-model.js';
import type { LlmPath, PartAnswer } from './llm-path.js';
import { createQuoteLocator } from './locate-quote.js';
import { FENCE_RULES } from './prompt.js';
import type { Spending } from './spending.js';
import { excerptOf, splitText } from './text-part.js';

/** What the language model came to. */
export type ModelOutcome<Result> =
  | {
      readonly result: Result;
      readonly model: string;
      /** Why some part was left to the offline path; undefined when none was. */
      readonly degradedReason: string | undefined;
      readonly limitations: readonly string[];
      readonly droppedQuotes: number;
    }
  | { readonly reason: string };

/** Tokens of the wire schema, the fence and the request's own form, beside the prompt. */
const OVERHEAD_TOKENS = 1_500;

/**
 * Asks the language model about a text and makes one result of what it says.
 *
 * @throws the reason of `signal`, and whatever `conclude` throws.
 */
export async function askModel<Input, Result, OfflineResult, Answer extends z.ZodType>(
  languageModel: CheckedLanguageModel,
  path: LlmPath<Input, Result, OfflineResult, Answer>,
  context: OfflineContext<Input>,
  offline: (context: OfflineContext<Input>) => OfflineResult,
  spending: Spending,
  signal: AbortSignal | undefined,
): Promise<ModelOutcome<Result>> {
  const { document, input, language } = context;
  const { contextTokens, answerTokens, maxParts } = languageModel;
  const { prompt, answer, reads = 'all', materials = () => [], asAnswer } = path;
  const beside = materials(input);
  const room = contextTokens - answerTokens - OVERHEAD_TOKENS - estimateTokens(prompt.text + FENCE_RULES) - beside.reduce((sum, { text }) => sum + estimateTokens(text), 0);
  if (room < LEAST_ROOM) return { reason: `the model's context of ${contextTokens} tokens leaves no room for a text` };

  const parts = reads === 'excerpt' ? [excerptOf(document, Math.min(room, EXCERPT_TOKENS))] : splitText(document, room);
  if (parts.length > maxParts) return { reason: `the text needs ${parts.length} calls, and at most ${maxParts} are made for one text` };

  const asked = await askParts(languageModel, { prompt, answer, materials: beside }, parts, spending, signal);
  const failures = asked.flatMap((part) => ('reason' in part ? [part.reason] : []));
  const models = [...new Set(asked.flatMap((part) => ('model' in part ? [part.model] : [])))];
  if (models.length === 0 || (failures.length > 0 && asAnswer === undefined)) return { reason: failures[0]! };

  const read = parts.reduce((sum, { text }) => sum + text.length, 0);
  const answers = asked.map((asking): PartAnswer<z.output<Answer>> => ({
    part: asking.part,
    share: asking.part.text.length / read,
    answer: 'answer' in asking ? asking.answer : asAnswer!(offline({ document: createTextDocument(asking.part.text), input, language })),
  }));
  const locate = createQuoteLocator(document.text);
  let droppedQuotes = 0;
  const drop = () => void (droppedQuotes += 1);
  const result = path.conclude(answers, {
    document,
    input,
    language,
    locate: (quote, part) => {
      const passage = locate(quote, part);
      if (passage === undefined) drop();
      return passage;
    },
    checkProse: createProseChecker([document.text, ...beside.map(({ text }) => text)], drop),
  });
  return {
    result,
    model: models.join(', '),
    degradedReason: failures.length === 0 ? undefined : `${failures.length} of ${parts.length} parts were analysed without the language model: ${failures[0]!}`,
    limitations: [...path.limitations, ...partsLimitation(reads, parts.length, parts[0]!.text !== document.text), ...droppedLimitation(droppedQuotes)],
    droppedQuotes,
  };
}

/** Enough to tell what a text is, and cheap. */
const EXCERPT_TOKENS = 3_000;
/** Less is no text worth a call. */
const LEAST_ROOM = 200;

function partsLimitation(reads: 'all' | 'excerpt', parts: number, isCut: boolean): string[] {
  if (reads === 'excerpt' && isCut) return ['Of this long text the model read the beginning, the middle and the end.'];
  return parts === 1 ? [] : [`The text was read in ${parts} parts: what shows only across them may be missed.`];
}

function droppedLimitation(dropped: number): string[] {
  if (dropped === 0) return [];
  return [`${dropped === 1 ? 'One quotation' : `${dropped} quotations`} of the model could not be found in the text and ${dropped === 1 ? 'is' : 'are'} not shown.`];
}
