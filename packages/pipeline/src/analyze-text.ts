import { setImmediate as nextTurn } from 'node:timers/promises';

import { createTextDocument, isCompleted, type ToolResult } from '@discord-intelligence/analysis-tool';

import { ANALYSIS_NAMES, type AnalysisName } from './analysis-name.js';
import type { AnalysisOutcome, AnalysisReport } from './analysis-report.js';
import { PipelineError } from './errors.js';
import type { Findings } from './overview/comprehend.js';
import { createOverviewTool } from './overview/overview-tool.js';
import { traceReport, traceTool } from './telemetry/trace-analysis.js';
import { type AnalysisTools, createAnalysisTools, type LanguageModels } from './tools.js';

/** A text with what its source says about it. */
export interface TextWithMetadata {
  readonly text: string;
  /** Title of the source, read by content routing. */
  readonly title?: string;
  /** Description of the source, read by content routing. */
  readonly description?: string;
}

/** What one analysis may set. */
export interface AnalyzeTextOptions {
  /** Analyses to run. @default all of them */
  readonly only?: readonly AnalysisName[];
  /** Ends the analysis: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What all analyses of one analyser share. */
export interface TextAnalyzerOptions {
  /** The tools to run. @default the tools of this repository over `languageModels` */
  readonly tools?: AnalysisTools;
  /** The models that the default tools ask before their offline paths. @default none */
  readonly languageModels?: LanguageModels | undefined;
  /** Longest text taken, in UTF-16 code units. @default 10_000_000 */
  readonly maxCharacters?: number;
  /** Milliseconds from any fixed point. @default performance.now */
  readonly now?: () => number;
}

/** Analyses a text. @throws PipelineError when the input is no text or is too long; the signal's reason when aborted. */
export type AnalyzeText = (input: string | TextWithMetadata, options?: AnalyzeTextOptions) => Promise<AnalysisReport>;

/** Makes the one door to the tools: every analysis side by side over one text, and one report of them. */
export function createTextAnalyzer(options: TextAnalyzerOptions = {}): AnalyzeText {
  const { languageModels, tools = createAnalysisTools(languageModels), maxCharacters = 10_000_000, now = () => performance.now() } = options;
  const offlineOverview = createOverviewTool();

  return async (input, { only = ANALYSIS_NAMES, signal } = {}) => {
    signal?.throwIfAborted();
    const source = checkInput(input, maxCharacters);
    return traceReport(source.text.length, only, () => analyzeSource(source, only, signal));
  };

  async function analyzeSource({ text, ...metadata }: TextWithMetadata, only: readonly AnalysisName[], signal: AbortSignal | undefined): Promise<AnalysisReport> {
    const startedAt = now();
    const document = createTextDocument(text);

    let asked = 0;
    const run = async <Result>(name: AnalysisName, analyze: () => Promise<ToolResult<Result>>) => {
      if (!only.includes(name)) return undefined;
      // An offline tool works without a pause. Each starts in a turn of the event loop of its own,
      // so that between two of them others get theirs, and a caller can give up.
      asked += 1;
      for (let turns = asked; turns > 0; turns -= 1) await nextTurn();
      return traceTool(tools[name].name, name, analyze);
    };
    const [fallacies, perspectives, sentiment, topics, routing] = await Promise.all([
      run('fallacies', () => tools.fallacies.analyze(document, abortable(signal))),
      run('perspectives', () => tools.perspectives.analyze(document, abortable(signal))),
      run('sentiment', () => tools.sentiment.analyze(document, abortable(signal))),
      run('topics', () => tools.topics.analyze(document, abortable(signal))),
      run('routing', () => tools.routing.analyze({ text: document, ...metadata }, abortable(signal))),
    ]);
    const byName: Readonly<Record<AnalysisName, ToolResult<unknown> | undefined>> = { fallacies, perspectives, sentiment, topics, routing };
    const results = ANALYSIS_NAMES.flatMap((name) => {
      const result = byName[name];
      return result === undefined ? [] : [{ name, result }];
    });
    const outcomes = Object.fromEntries(results.map(({ name, result }) => [name, toOutcome(result)]));
    const findings: Findings = {
      fallacies: resultOf(fallacies),
      perspectives: resultOf(perspectives),
      sentiment: resultOf(sentiment),
      topics: resultOf(topics),
      routing: resultOf(routing),
    };
    const hasResult = results.some(({ result }) => isCompleted(result));
    // A model that answered nothing so far is not asked once more.
    const hasModel = results.some(({ result }) => isCompleted(result) && result.analysis_method === 'llm_instructor');
    const overviewTool = (hasModel ? tools.overview : undefined) ?? offlineOverview;
    const overview = hasResult ? await traceTool(overviewTool.name, 'overview', () => overviewTool.analyze({ document, findings }, abortable(signal))) : undefined;
    return {
      schema_version: '1.0',
      ...overallStatus([...Object.entries(outcomes), ...(hasModel && overview ? [['overview', toOutcome(overview)] as const] : [])]),
      text: {
        characters: text.length,
        words: document.words.length,
        sentences: document.sentences.length,
        language: (await document.language).code,
      },
      analysis: resultOf(overview),
      routing: findings.routing,
      outcomes,
      overview: overview === undefined ? null : toOutcome(overview),
      duration_ms: now() - startedAt,
    };
  }
}

/** Analyses one text with the tools' defaults: `createTextAnalyzer()` for a single use. */
export const analyzeText: AnalyzeText = (input, options) => createTextAnalyzer()(input, options);

function checkInput(input: unknown, maxCharacters: number): TextWithMetadata {
  const source = typeof input === 'string' ? { text: input } : (input as TextWithMetadata | null | undefined);
  if (typeof source?.text !== 'string') {
    throw new PipelineError('invalid_input', `the text to analyse must be a string, got ${describeType(input)}`);
  }
  if (source.text.length > maxCharacters) {
    throw new PipelineError(
      'text_too_long',
      `the text has ${source.text.length} characters and at most ${maxCharacters} are analysed: split it and analyse the parts`,
    );
  }
  return source;
}

function describeType(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}

/** Under `exactOptionalPropertyTypes` a signal that is not there must not be there as `undefined`. */
function abortable(signal: AbortSignal | undefined): { readonly signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

function resultOf<Result>(outcome: ToolResult<Result> | undefined): Result | null {
  return outcome !== undefined && isCompleted(outcome) ? outcome.result : null;
}

function toOutcome(outcome: ToolResult<unknown>): AnalysisOutcome {
  const nothing = { analysis_method: null, model: null, limitations: [], attempts: 0, usage: null, cost_usd: 0, dropped_quotes: 0, duration_ms: 0 };
  switch (outcome.status) {
    case 'skipped':
      return { ...nothing, status: 'skipped', reason: outcome.reason };
    case 'failed':
      return { ...nothing, status: 'failed', reason: outcome.error.message };
    case 'success':
    case 'degraded':
      return {
        status: outcome.status,
        analysis_method: outcome.analysis_method,
        model: outcome.model ?? null,
        reason: outcome.degraded_reason ?? null,
        limitations: [...outcome.limitations],
        attempts: outcome.attempts,
        usage: outcome.usage ?? null,
        cost_usd: outcome.cost_usd ?? 0,
        dropped_quotes: outcome.dropped_quotes ?? 0,
        duration_ms: outcome.duration_ms,
      };
  }
}

function overallStatus(outcomes: readonly (readonly [string, AnalysisOutcome])[]): Pick<AnalysisReport, 'status' | 'reason'> {
  const having = (status: AnalysisOutcome['status']) => outcomes.filter(([, outcome]) => outcome.status === status);
  const reasons = (some: typeof outcomes) => {
    // What is wrong with a model is wrong for all: one reason, told once.
    const namesOf = new Map<string, string[]>();
    for (const [name, { reason }] of some) namesOf.set(reason ?? 'no reason given', [...(namesOf.get(reason ?? 'no reason given') ?? []), name]);
    return [...namesOf].map(([reason, names]) => `${names.join(', ')}: ${reason}`).join('; ');
  };
  if (outcomes.length === 0) return { status: 'skipped', reason: 'no analysis was asked for' };
  if (having('skipped').length === outcomes.length) return { status: 'skipped', reason: outcomes[0]![1].reason };
  if (having('failed').length === outcomes.length) return { status: 'failed', reason: reasons(outcomes) };
  const lacking = [...having('degraded'), ...having('failed'), ...having('skipped')];
  return lacking.length === 0 ? { status: 'success', reason: null } : { status: 'degraded', reason: reasons(lacking) };
}
