import type * as z from 'zod';

import type { AnalysisTool, AnalyzeOptions, TextInput } from './analysis-tool.js';
import { ToolError } from './errors.js';
import { type Language, languageName } from './text/language.js';
import { createTextDocument, type TextDocument } from './text/text-document.js';
import type { ToolResult } from './tool-result.js';

/** What the offline path of a tool is given. */
export interface OfflineContext<Input> {
  /** The text to analyse; holds at least one word. */
  readonly document: TextDocument;
  /** The input the text came from. */
  readonly input: Input;
  /** The language the text seems to be in. */
  readonly language: Language;
}

/** What makes one analysis differ from another. */
export interface ToolDefinition<Input, Schema extends z.ZodType> {
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
  /** Milliseconds from any fixed point. @default performance.now */
  readonly now?: () => number;
}

/** Gives a tool the flow that all share: check the input, analyse, hold the result to its model, report. */
export function defineTool<Input, Schema extends z.ZodType>(
  definition: ToolDefinition<Input, Schema>,
): AnalysisTool<Input, z.output<Schema>> {
  const { name, version, schema, textOf, offline, limitations, now = () => performance.now() } = definition;

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
      try {
        return {
          status: 'success',
          result: schema.parse(offline({ document, input, language })),
          analysis_method: 'pattern_matching',
          limitations: [...limitations, ...foreignTextLimitation(language)],
          duration_ms: now() - startedAt,
          attempts: 0,
        };
      } catch (cause) {
        const message = `${name}: the offline analysis broke on this text; please report it with the text's length (${document.text.length})`;
        return { status: 'failed', error: new ToolError('analysis_failed', name, message, { cause }) };
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
