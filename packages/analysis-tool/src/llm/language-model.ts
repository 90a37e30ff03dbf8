import type { PlainClient, StructuredCompletions } from '@discord-intelligence/structured-outputs';

/** The language model that a tool asks before it falls back to its offline path. */
export interface LanguageModel {
  /** Answers with validated objects: `InstructorClientFactory.createClient()`, or `wrap(router)`. */
  readonly client: { readonly chat: { readonly completions: Pick<StructuredCompletions<PlainClient>, 'createWithMeta'> } };
  /** Name of the model. @default the client's own */
  readonly model?: string;
  /** Further parameters of each request, such as `{ temperature: 0 }`. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Tokens that the model takes at once, question and answer together, from 2,000. @default 16_384 */
  readonly contextTokens?: number;
  /** Tokens of these that are kept free for the answer. @default 4_096 */
  readonly answerTokens?: number;
  /** Most parts that a long text is asked in; a longer one is left to the offline path. @default 40 */
  readonly maxParts?: number;
  /** Parts of one text that are asked at the same time. @default 4 */
  readonly concurrency?: number;
  /** Milliseconds for all questions about one text; then the offline path answers what is left. 0 is no limit. @default 45_000 */
  readonly deadlineMs?: number;
}

/** A language model with every number filled in. */
export type CheckedLanguageModel = LanguageModel & Required<Pick<LanguageModel, keyof typeof DEFAULTS>>;

const DEFAULTS = { contextTokens: 16_384, answerTokens: 4_096, maxParts: 40, concurrency: 4, deadlineMs: 45_000 } as const;

/** Least that each number may be. */
const LEAST: Readonly<Record<keyof typeof DEFAULTS, number>> = { contextTokens: 2_000, answerTokens: 1, maxParts: 1, concurrency: 1, deadlineMs: 0 };

/** Fills in and checks the numbers. @throws RangeError that names the option, what it must be and what it is. */
export function checkLanguageModel(languageModel: LanguageModel): CheckedLanguageModel {
  const checked = { ...DEFAULTS, ...languageModel };
  for (const name of Object.keys(DEFAULTS) as (keyof typeof DEFAULTS)[]) {
    if (!Number.isSafeInteger(checked[name]) || checked[name] < LEAST[name]) {
      throw new RangeError(`languageModel.${name} must be a whole number of at least ${LEAST[name]}, got ${checked[name]}`);
    }
  }
  return checked;
}
