import { Command, CommanderError, Option } from 'commander';

import { appVersion } from './app-files.js';
import type { CommandIo } from './command-io.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';
import { type AnalyzeOptions, SEVERITIES } from './options/analyze-options.js';
import { ANALYZE_HELP, EVALUATE_HELP, PROGRAM_HELP } from './help.js';
import { type EvaluateOptions, METHODS } from './options/evaluate-options.js';
import type { RouterOptions } from './commands/router.js';
import type { SimulateOptions } from './commands/simulate-router.js';
import { COMMAND } from './output/complain.js';
import { toSafeText } from './terminal/safe-text.js';

/** What the commands other than `analyze` take. */
interface InspectOptions {
  readonly json?: true;
  readonly color?: boolean;
  readonly verbose?: true;
}

/**
 * Reads the command line and carries out the command it names.
 *
 * @throws whatever the command throws; what is wrong with the command line itself is told here.
 */
export async function runProgram(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let exitCode: ExitCode = EXIT_CODE.ok;
  // The parser writes at once and cannot wait, so what it writes is kept until it has ended.
  const said = { out: '', error: '' };
  const program = createProgram(io, said, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? EXIT_CODE.ok : EXIT_CODE.usage;
    if (error.code === 'commander.unknownCommand') said.error += `To analyse a file: ${COMMAND} analyze <file>\n`;
  }
  if (said.out !== '') await io.stdout.write(said.out);
  if (said.error !== '') await io.stderr.write(toSafeText(said.error)).catch(() => undefined);
  return exitCode;
}

function createProgram(io: CommandIo, said: { out: string; error: string }, done: (code: ExitCode) => void): Command {
  const program = new Command(COMMAND)
    .description('Finds fallacies, perspectives, sentiment, topics and a routing decision in a text. Without arguments: in a bundled sample.')
    .version(appVersion(), '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showHelpAfterError(`See: ${COMMAND} --help`)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (said.out += text),
      writeErr: (text) => (said.error += text),
      outputError: (text, write) => {
        write(`${COMMAND}: ${text.replace(/^error: /, '')}`);
      },
      getOutHelpWidth: () => io.stdout.columns ?? 80,
      getErrHelpWidth: () => io.stderr.columns ?? 80,
    })
    .addHelpText('after', PROGRAM_HELP);

  program
    .command('analyze')
    .description('analyse files, or standard input as -')
    .argument('<inputs...>', 'files to analyse; - is standard input')
    .addOption(new Option('--json', 'one JSON document: the report, or a list when there are several inputs').conflicts(['jsonl', 'md']))
    .addOption(new Option('--jsonl', 'JSON, one line for each input').conflicts('md'))
    .option('--md', 'Markdown')
    .option('--only <names>', 'analyses to run: fallacies, perspectives, sentiment, topics, routing')
    .addOption(new Option('--fail-on <severity>', 'exit with 1 when a fallacy at least this severe is found').choices(SEVERITIES))
    .option('-o, --out <file>', 'write the result to a file, which is replaced as a whole')
    .option('--title <text>', 'title of the text, which content routing reads too')
    .option('--model <name>', 'language model to ask, in place of the configured ones')
    .option('--base-url <url>', 'server that speaks the OpenAI protocol, such as http://127.0.0.1:11434/v1')
    .addOption(new Option('--offline', 'ask no language model, whatever is configured').conflicts(['model', 'baseUrl']))
    .option('--trace', 'show after the result, on the error stream, what was done and how long each part took')
    .addOption(new Option('-q, --quiet', 'nothing on the error stream but errors').conflicts('verbose'))
    .option('-v, --verbose', 'timings, sources of the settings, memory, and the report in full')
    .option('--color', 'use colours even where no terminal reads')
    .option('--no-color', 'use no colours')
    .addHelpText('after', ANALYZE_HELP)
    .action(async (inputs: string[], options: AnalyzeOptions) => {
      const { analyze } = await import('./commands/analyze.js');
      done(await analyze(inputs, options, io));
    });

  program
    .command('doctor')
    .description('show what works here: settings, keys, programs, and a trial analysis')
    .option('--json', 'as JSON')
    .option('-v, --verbose', 'show where programs were found')
    .option('--color', 'use colours even where no terminal reads')
    .option('--no-color', 'use no colours')
    .action(async (options: InspectOptions) => {
      const { doctor } = await import('./commands/doctor.js');
      done(await doctor(options, io));
    });

  program
    .command('eval')
    .description('measure how good the analyses are')
    .command('fallacy')
    .description('look for fallacies in annotated texts, and say how well they were found')
    .requiredOption('--gold <path>', 'file of annotated texts (JSONL), or a folder of such files')
    .addOption(new Option('--method <name>', 'how fallacies are looked for').choices(METHODS).default('offline'))
    .addOption(new Option('--preset <name>', 'how ready the offline detector is to report').choices(['precise', 'sensitive']).default('precise'))
    .option('--pred <file>', 'write the predictions to a file (JSONL), as they are made')
    .addOption(new Option('--score <file>', 'score the predictions of a file instead of making any').conflicts(['pred', 'model', 'baseUrl', 'gate']))
    .option('--report <file>', 'write a report with pictures (Markdown and SVG)')
    .option('--model <name>', 'language model to ask, in place of the configured one')
    .option('--base-url <url>', 'server that speaks the OpenAI protocol')
    .option('--gate <number>', 'hybrid: ask about texts at least this suspicious, 0 to 1; ANALYSIS_FALLACY_GATE without it, or 0.3')
    .option('--limit <number>', 'at most so many texts, drawn evenly from the files, the same each time')
    .option('--concurrency <number>', 'texts that are worked on at the same time', '4')
    .option('--bootstrap <number>', 'samples for the intervals; 0 makes none', '1000')
    .option('--json', 'as JSON')
    .option('-q, --quiet', 'nothing on the error stream but errors')
    .addHelpText('after', EVALUATE_HELP)
    .action(async (options: EvaluateOptions) => {
      const { evaluateFallacies } = await import('./commands/evaluate.js');
      done(await evaluateFallacies(options, io));
    });

  const config = program.command('config').description('look at the settings');
  config
    .command('print')
    .description('show every setting, its value in force and where it comes from; secrets stay hidden')
    .option('--json', 'as JSON')
    .option('-v, --verbose', 'show what each setting is for')
    .option('--color', 'use colours even where no terminal reads')
    .option('--no-color', 'use no colours')
    .action(async (options: InspectOptions) => {
      const { printConfig } = await import('./commands/print-config.js');
      done(await printConfig(options, io));
    });

  const router = program.command('router').description('look at the router of language models');
  const inspect = (name: 'check' | 'usage' | 'health', description: string) =>
    router
      .command(name)
      .description(description)
      .argument('[file]', 'its YAML file; LITELLM_CONFIG or the keys without one')
      .option('--json', 'as JSON')
      .option('--color', 'use colours even where no terminal reads')
      .option('--no-color', 'use no colours');
  inspect('check', 'check its file: keys, prices, groups, chains, budgets; nobody is asked').action(async (file: string | undefined, options: RouterOptions) => {
    const { checkRouter } = await import('./commands/router.js');
    done(await checkRouter(file, options, io));
  });
  inspect('usage', 'show where its budgets stand, over all processes on one Redis')
    .option('--label <name=value>', 'label of the requests, such as user=u1; may be repeated', (text: string, before: string[] | undefined) => [...(before ?? []), text])
    .action(async (file: string | undefined, options: RouterOptions) => {
      const { showUsage } = await import('./commands/router.js');
      done(await showUsage(file, options, io));
    });
  inspect('health', 'show which deployments are in service, over all processes on one Redis').action(async (file: string | undefined, options: RouterOptions) => {
    const { showHealth } = await import('./commands/router.js');
    done(await showHealth(file, options, io));
  });
  router
    .command('simulate')
    .description('play a recorded or scripted trace (JSONL) through the router: what it would cost, how fast it would be')
    .argument('<trace>', 'the trace; - is standard input')
    .option('--config <file>', "the router's YAML file; LITELLM_CONFIG or the keys without one")
    .option('--strategy <names>', 'strategies to compare, with commas between them; the configured one without it')
    .option('--seed <number>', 'the same seed gives the same decisions', '1')
    .option('--json', 'as JSON')
    .option('--color', 'use colours even where no terminal reads')
    .option('--no-color', 'use no colours')
    .action(async (trace: string, options: SimulateOptions) => {
      const { simulateRouter } = await import('./commands/simulate-router.js');
      done(await simulateRouter(trace, options, io));
    });
  return program;
}
