import { createPredictor, type Evaluation, evaluateTexts, renderTable, type ScoredText } from '@discord-intelligence/fallacy-tool/evaluation';

import type { CommandIo } from '../command-io.js';
import { CliError } from '../errors.js';
import { chooseSample, type Sample } from '../eval/choose-sample.js';
import { findGoldFiles } from '../eval/gold-files.js';
import { joinPredictions } from '../eval/join-predictions.js';
import { createLineProblems, type LineProblems } from '../eval/line-problems.js';
import { openModel } from '../eval/open-model.js';
import { openPredictionFile } from '../eval/prediction-file.js';
import { createProgress } from '../eval/progress.js';
import { runTexts } from '../eval/run-texts.js';
import { prepareReport } from '../eval/write-report.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { checkEvaluateOptions, type EvaluateNumbers, type EvaluateOptions } from '../options/evaluate-options.js';
import { complain } from '../output/complain.js';
import { toSafeJson, toSafeLine } from '../terminal/safe-text.js';

/**
 * Measures how well fallacies are found in annotated texts, or scores predictions
 * that are there. Ctrl-C ends the run, not the report on what was done by then.
 *
 * @returns The code of the worst that happened.
 * @throws CliError when the command cannot be carried out at all; ConfigError when settings cannot be used.
 */
export async function evaluateFallacies(options: EvaluateOptions, io: CommandIo): Promise<ExitCode> {
  const numbers = checkEvaluateOptions(options);
  const files = await findGoldFiles(options.gold);
  const report = options.report === undefined ? undefined : await prepareReport(options.report);
  const sample = numbers.limit === undefined ? undefined : await chooseSample(files, numbers.limit);
  const problems = createLineProblems(io.stderr);
  const context: Context = { options, numbers, files, sample, problems, io };
  const { texts, evaluate, exitCode, summary } = options.score === undefined ? await run(context) : await score(context, options.score);
  await problems.end();
  if (texts.length === 0) {
    io.signal.throwIfAborted();
    throw new CliError('input_missing', '--gold holds no annotated text that can be read');
  }
  const evaluation = evaluate();
  await report?.write(evaluation, [summary]);
  await io.stdout.write(options.json ? `${toSafeJson({ method: summary, ...evaluation }, 2)}\n` : `${summary}\n\n${renderTable(evaluation)}`);
  if (exitCode !== EXIT_CODE.ok) return exitCode;
  return problems.count > 0 ? EXIT_CODE.input : EXIT_CODE.ok;
}

interface Context {
  readonly options: EvaluateOptions;
  readonly numbers: EvaluateNumbers;
  readonly files: readonly string[];
  readonly sample: Sample | undefined;
  readonly problems: LineProblems;
  readonly io: CommandIo;
}

interface Outcome {
  readonly texts: readonly ScoredText[];
  /** Works out the figures, which takes a while and is not needed when there are no texts. */
  readonly evaluate: () => Evaluation;
  readonly exitCode: ExitCode;
  /** What was measured, in one line. */
  readonly summary: string;
}

/** Makes predictions. */
async function run({ options, numbers, files, sample, problems, io }: Context): Promise<Outcome> {
  const { method, preset, model, baseUrl, pred } = options;
  await using models = method === 'offline' ? undefined : await openModel(io, { model, baseUrl });
  const languageModel = models?.analysis;
  const gate = numbers.gate ?? models?.fallacyGate;
  const predict = createPredictor({ method, preset, languageModel, ...(gate !== undefined && { hybrid: { gate } }) });
  await using predictions = pred === undefined ? undefined : await openPredictionFile(pred, files);
  const progress = createProgress(io.stderr, options.quiet ?? false);
  const { texts, durationsMs, elapsedMs, spending, givenUp } = await runTexts({
    files,
    sample,
    predict,
    predictions,
    problems,
    concurrency: numbers.concurrency,
    signal: io.signal,
    onText: (count) => progress.tell(count),
  });
  await progress.end();
  const isInterrupted = io.signal.aborted;
  // Reading files and ranking types for the score is our part; a language model is waited for by the clock.
  const workedMs = method === 'offline' ? durationsMs.reduce((sum, duration) => sum + duration, 0) : elapsedMs;
  if (isInterrupted) await complain(io.stderr, `interrupted; ${texts.length} texts are done`);
  if (givenUp !== undefined) await complain(io.stderr, `given up after ${texts.length} texts, none of which the language model answered: ${givenUp}`);
  return {
    texts,
    evaluate: () => evaluateTexts(texts, { rounds: numbers.rounds, durationsMs, elapsedMs: workedMs, ...(method !== 'offline' && { spending }) }),
    exitCode: isInterrupted ? EXIT_CODE.interrupted : givenUp === undefined ? EXIT_CODE.ok : EXIT_CODE.analysis,
    summary: `method ${method}, preset ${preset}${languageModel?.model === undefined ? '' : `, model ${toSafeLine(languageModel.model)}`}, ${texts.length} texts`,
  };
}

/** Takes predictions from a file. */
async function score({ numbers, files, sample, problems, io }: Context, predictions: string): Promise<Outcome> {
  const { texts, missing, stray, unknownTypes } = await joinPredictions({ files, sample, predictions, problems, signal: io.signal });
  if (missing > 0) await complain(io.stderr, `${missing} of ${texts.length} texts have no prediction and count as silent`);
  if (stray > 0 && sample === undefined) await complain(io.stderr, `${stray} predictions are of no text in --gold`);
  if (unknownTypes.length > 0) await complain(io.stderr, `unknown fallacies in the predictions: ${toSafeLine(unknownTypes.slice(0, 20).join(', '))}`);
  return {
    texts,
    evaluate: () => evaluateTexts(texts, { rounds: numbers.rounds }),
    exitCode: EXIT_CODE.ok,
    summary: `predictions from a file, ${texts.length} texts`,
  };
}
