import type * as z from 'zod';

import type { AnalysisTool, AnalyzeOptions, TextInput } from './analysis-tool.js';
import { ToolError } from './errors.js';
import { askModel, type ModelOutcome } from './llm/ask-model.js';
import { checkLanguageModel, type LanguageModel } from './llm/language-model.js';
import type { LlmPath } from './llm/llm-path.js';
import { noSpending, spendingFields } from './llm/spending.js';
import type { OfflineContext } from './offline-context.js';
import { type Language, languageName } from './text/language.js';
import { createTextDocument, type TextDocument } from './text/text-document.js';
import type { ToolResult } from './tool-result.js';

/** What makes one analysis differ from another. */
export interface ToolDefinition<Input, Schema extends z.ZodType, Answer extends z.ZodType = z.ZodType> {
  /** Stable name, such as `fallacy`. */
  readonly name: string;
  /** Version of what the tool does. */
  readonly version: string;
  /** Model of the result; whatever a path produces is parsed by it. */
  readonly schema: Schema;
  /** Finds the text in the input. */
  readonly textOf: (input: Input) => TextInput;
  /** Analyses without network, key or model. */
  readonly offline: (context: OfflineContext<Input>) => z.input<Schema>;
  /** What the offline path cannot see in any text, one sentence each. */
  readonly limitations: readonly string[];
  /** How a language model is asked. */
  readonly llm?: LlmPath<Input, z.input<Schema>, z.output<Schema>, Answer>;
  /** The model to ask before the offline path. @default none: the offline path answers */
  readonly languageModel?: LanguageModel | undefined;
  /** Milliseconds from any fixed point. @default performance.now */
  readonly now?: () => number;
}

/**
 * Gives a tool the flow that all share: check the input, ask the language model
 * if there is one, otherwise or when it fails analyse offline, hold the result
 * to its model, and report how it came about.
 *
 * @throws RangeError when a number of `languageModel` is out of range.
 */
export function defineTool<Input, Schema extends z.ZodType, Answer extends z.ZodType>(
  definition: ToolDefinition<Input, Schema, Answer>,
): AnalysisTool<Input, z.output<Schema>> {
  const { name, version, schema, textOf, offline, limitations, llm, now = () => performance.now() } = definition;
  const languageModel = definition.languageModel && llm && { ...checkLanguageModel(definition.languageModel), path: llm };
  const parseOffline = (context: OfflineContext<Input>) => schema.parse(offline(context));

  return {
    name,
    version,
    async analyze(input: Input, { signal }: AnalyzeOptions = {}): Promise<ToolResult<z.output<Schema>>> {
      signal?.throwIfAborted();
      const startedAt = now();
      const document = toDocument(textOf, input);
      if (document === undefined) {
        return { status: 'failed', error: new ToolError('invalid_input', name, `${name}: the text to analyse must be a string`) };
      }
      if (document.words.length === 0) {
        return { status: 'skipped', reason: document.text.trim() === '' ? 'empty text' : 'the text holds no words' };
      }
      const language = await document.language;
      signal?.throwIfAborted();
      const context = { document, input, language };
      const spending = noSpending();
      const asked = languageModel && (await ask(context));
      try {
        if (asked && 'result' in asked) {
          const { result, model, degradedReason, limitations: ofModel, droppedQuotes } = asked;
          return {
            status: degradedReason === undefined ? 'success' : 'degraded',
            result,
            analysis_method: 'llm_instructor',
            ...(degradedReason !== undefined && { degraded_reason: degradedReason }),
            limitations: ofModel,
            model,
            dropped_quotes: droppedQuotes,
            duration_ms: now() - startedAt,
            ...spendingFields(spending),
          };
        }
        return {
          status: asked ? 'degraded' : 'success',
          result: parseOffline(context),
          analysis_method: 'pattern_matching',
          ...(asked && { degraded_reason: `the language model could not be used: ${asked.reason}` }),
          limitations: [...limitations, ...foreignTextLimitation(language)],
          duration_ms: now() - startedAt,
          ...spendingFields(spending),
        };
      } catch (cause) {
        const message = `${name}: the offline analysis broke on this text; please report it with the text's length (${document.text.length})`;
        return { status: 'failed', error: new ToolError('analysis_failed', name, message, { cause }) };
      }

      async function ask(about: OfflineContext<Input>): Promise<ModelOutcome<z.output<Schema>>> {
        try {
          const outcome = await askModel(languageModel!, languageModel!.path, about, parseOffline, spending, signal);
          return 'reason' in outcome ? outcome : { ...outcome, result: schema.parse(outcome.result) };
        } catch (error) {
          signal?.throwIfAborted();
          // A defect of ours in making one result of good answers. The offline path is still there.
          return { reason: `its answers could not be made into a result (${error instanceof Error ? error.name : typeof error})` };
        }
      }
    },
  };
}

/** The document of an input that a caller without type checks may have got wrong. */
function toDocument<Input>(textOf: (input: Input) => TextInput, input: Input): TextDocument | undefined {
  try {
    const text: unknown = textOf(input);
    if (typeof text === 'string') return createTextDocument(text);
    return typeof (text as TextDocument | undefined)?.text === 'string' ? (text as TextDocument) : undefined;
  } catch {
    return undefined;
  }
}

function foreignTextLimitation({ code }: Language): string[] {
  if (code === 'en' || code === 'und') return [];
  return [`The text seems to be ${languageName(code)}: without a language model only English is understood, so little will be found.`];
}
