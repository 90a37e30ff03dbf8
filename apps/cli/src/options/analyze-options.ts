import type { AnalysisName } from '@discord-intelligence/pipeline';
import type { SeverityLevel } from '@discord-intelligence/response-models';

import { CliError } from '../errors.js';

/** Severities that `--fail-on` takes, the mildest first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const satisfies readonly SeverityLevel[];

/** Analyses that `--only` takes. A copy of the pipeline's list: a wrong command line is told before the tools are loaded. */
export const ANALYSES = ['fallacies', 'perspectives', 'sentiment', 'topics', 'routing'] as const satisfies readonly AnalysisName[];

/** What the command line says about an analysis. */
export interface AnalyzeOptions {
  readonly json?: true;
  readonly jsonl?: true;
  readonly md?: true;
  /** Names of analyses with commas between them, not yet checked. */
  readonly only?: string;
  readonly failOn?: SeverityLevel;
  /** File that gets the result instead of standard output. */
  readonly out?: string;
  readonly title?: string;
  /** The model to ask in place of the configured ones. */
  readonly model?: string;
  /** A server that speaks the OpenAI protocol. */
  readonly baseUrl?: string;
  /** Ask no model, whatever is configured. */
  readonly offline?: true;
  /** Show on the error stream what was done and how long it took. */
  readonly trace?: true;
  readonly color?: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

/** Forms a result can have. */
export type ReportFormat = 'text' | 'json' | 'jsonl' | 'markdown';

/** The form that was asked for; the command line allows one of the flags at most. */
export function formatOf({ json, jsonl, md }: AnalyzeOptions): ReportFormat {
  if (json) return 'json';
  if (jsonl) return 'jsonl';
  return md ? 'markdown' : 'text';
}

/** @throws CliError `usage` for inputs and options that cannot go together. */
export function checkTogether(inputs: readonly string[], options: AnalyzeOptions): void {
  if (inputs.filter((input) => input === '-').length > 1) {
    throw new CliError('usage', "standard input can be read once: give '-' a single time");
  }
  if (options.title !== undefined && inputs.length > 1) {
    throw new CliError('usage', `--title names one text, and there are ${inputs.length} inputs: leave it out or analyse them one by one`);
  }
  if (options.baseUrl !== undefined && !isHttpUrl(options.baseUrl)) {
    throw new CliError('usage', '--base-url must be an address such as http://127.0.0.1:11434/v1, without a key in it');
  }
  if (options.model?.trim() === '') throw new CliError('usage', '--model must name a model');
}

function isHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}
