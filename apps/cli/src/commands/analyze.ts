import { setImmediate } from 'node:timers/promises';

import type { Config } from '@discord-intelligence/config';
import type { AnalysisName } from '@discord-intelligence/pipeline';

import type { CommandIo } from '../command-io.js';
import { CliError } from '../errors.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { readInput } from '../input/read-input.js';
import { ANALYSES, type AnalyzeOptions, checkTogether, formatOf } from '../options/analyze-options.js';
import { parseOnly } from '../options/parse-only.js';
import { createResultWriter, type InputOutcome } from '../output/result-writer.js';
import { prepareOutputFile } from '../output/write-file.js';
import type { Layout } from '../render/layout.js';
import { withTelemetry } from '../telemetry/with-telemetry.js';
import { createPalette } from '../terminal/palette.js';
import { wantsColor } from '../terminal/wants-color.js';
import { createReporter } from './reporter.js';
import { exitCodeOf } from './verdict.js';

/** Columns of a report that no terminal shows, and the most that reads well in one. */
const DEFAULT_WIDTH = 80;
const MOST_COLUMNS = 100;

/**
 * Analyses each input and gives the results out in the form asked for.
 * An input that cannot be used does not keep the others from being analysed.
 *
 * @returns The code of the worst that happened.
 * @throws CliError when the command cannot be carried out at all; ConfigError when settings cannot be used.
 */
export async function analyze(inputs: readonly string[], options: AnalyzeOptions, io: CommandIo): Promise<ExitCode> {
  checkTogether(inputs, options);
  const only = options.only === undefined ? ANALYSES : parseOnly(options.only);
  if (options.failOn !== undefined && !only.includes('fallacies')) {
    throw new CliError('usage', '--fail-on looks at fallacies: add them to --only');
  }
  const config = await io.loadConfig();
  const attributes = { 'cli.inputs': inputs.length, 'cli.format': formatOf(options) };
  return withTelemetry({ name: 'analyze', config, showsTree: options.trace ?? false, isQuiet: options.quiet ?? false, attributes }, io, () =>
    analyzeAll(inputs, only, options, config, io),
  );
}

async function analyzeAll(
  inputs: readonly string[],
  only: readonly AnalysisName[],
  options: AnalyzeOptions,
  config: Config,
  io: CommandIo,
): Promise<ExitCode> {
  const { maxCharacters } = config.analysis;
  const file = options.out === undefined ? undefined : await prepareOutputFile(options.out);
  const collected: string[] = [];
  const writer = createResultWriter({
    format: formatOf(options),
    isSingle: inputs.length === 1,
    title: options.title,
    layout: layoutFor(options, io),
    write: file === undefined ? (text) => io.stdout.write(text) : async (text) => void collected.push(text),
  });
  const { model, baseUrl, offline: isOffline } = options;
  await using analyzer = await io.createAnalyzer({ config, model, baseUrl, isOffline });
  const analyzeInput = async (input: string): Promise<InputOutcome> => {
    try {
      const text = await readInput(input, { io, maxCharacters });
      const source = options.title === undefined ? text : { text, title: options.title };
      return { input, report: await analyzer.analyze(source, { only, signal: io.signal }) };
    } catch (error) {
      if (CliError.is(error) && error.exitCode === EXIT_CODE.input) return { input, error };
      throw error;
    }
  };

  const reporter = createReporter(io, options);
  await reporter.begin(config, inputs);
  let exitCode: ExitCode = EXIT_CODE.ok;
  try {
    for (const input of inputs) {
      const outcome = await analyzeInput(input);
      // While a text is worked on a Ctrl-C waits; now it can be heard.
      await setImmediate();
      io.signal.throwIfAborted();
      // The codes from 1 to 4 grow with what went wrong.
      exitCode = Math.max(exitCode, exitCodeOf(outcome, options.failOn)) as ExitCode;
      await reporter.tell(outcome);
      await writer.add(outcome);
    }
    await writer.finish();
  } catch (error) {
    // Whoever read the results has enough of them, as `head` does: no failure, and no reason to go on.
    if (CliError.is(error) && error.code === 'output_closed') return exitCode;
    throw error;
  }
  if (file !== undefined && collected.length > 0) await file.write(collected.join(''));
  await reporter.end();
  return exitCode;
}

function layoutFor({ color, out, verbose }: AnalyzeOptions, { stdout, environment }: CommandIo): Layout {
  const isTty = out === undefined && stdout.isTty;
  const columns = isTty ? (stdout.columns ?? DEFAULT_WIDTH) : DEFAULT_WIDTH;
  return {
    width: Math.min(columns, MOST_COLUMNS),
    palette: createPalette(wantsColor({ flag: color, environment, isTty })),
    isVerbose: verbose ?? false,
  };
}
