import { CliError } from '../errors.js';
import { toSafeLine } from '../terminal/safe-text.js';

/** Ways of looking for fallacies that can be measured. */
export const METHODS = ['offline', 'llm', 'hybrid'] as const;

/** What the command line says about `eval fallacy`. */
export interface EvaluateOptions {
  /** A file of annotated texts, or a folder of them. */
  readonly gold: string;
  readonly method: (typeof METHODS)[number];
  readonly preset: 'precise' | 'sensitive';
  /** File that gets the predictions. */
  readonly pred?: string;
  /** File of predictions to score in place of making any. */
  readonly score?: string;
  /** File that gets a report in Markdown; its pictures go beside it. */
  readonly report?: string;
  readonly model?: string;
  readonly baseUrl?: string;
  /** Least suspicion, 0 to 1, for the hybrid method to ask. */
  readonly gate?: string;
  readonly limit?: string;
  readonly concurrency: string;
  readonly bootstrap: string;
  readonly json?: true;
  readonly quiet?: true;
}

/** The numbers among them, checked. */
export interface EvaluateNumbers {
  readonly gate: number | undefined;
  readonly limit: number | undefined;
  readonly concurrency: number;
  readonly rounds: number;
}

/** Reads and checks the numbers, and what cannot go together. @throws CliError `usage`. */
export function checkEvaluateOptions(options: EvaluateOptions): EvaluateNumbers {
  const { method, score, model, baseUrl } = options;
  if (method === 'offline' && score === undefined && (model !== undefined || baseUrl !== undefined)) {
    throw new CliError('usage', '--model and --base-url are for --method llm and --method hybrid');
  }
  if (options.gate !== undefined && method !== 'hybrid') throw new CliError('usage', '--gate is for --method hybrid');
  const gate = options.gate === undefined ? undefined : Number(options.gate);
  if (gate !== undefined && !(options.gate!.trim() !== '' && gate >= 0 && gate <= 1)) throw new CliError('usage', `--gate must be a number from 0 to 1, got '${toSafeLine(options.gate!)}'`);
  return {
    gate,
    limit: options.limit === undefined ? undefined : wholeNumber('--limit', options.limit, 1, 100_000_000),
    concurrency: wholeNumber('--concurrency', options.concurrency, 1, 256),
    rounds: wholeNumber('--bootstrap', options.bootstrap, 0, 100_000),
  };
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(value) || value < least || value > most) {
    throw new CliError('usage', `${option} must be a whole number from ${least} to ${most}, got '${toSafeLine(text)}'`);
  }
  return value;
}
