import type { CommandIo } from './command-io.js';
import { CliError } from './errors.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';
import { complain } from './output/complain.js';
import { toSafeLine } from './terminal/safe-text.js';

/**
 * Carries out a command line and says how it went. Never rejects.
 *
 * @param argv - The arguments, without Node's own two.
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    if (argv.length === 0) {
      const { analyzeSample } = await import('./commands/analyze-sample.js');
      return await analyzeSample(io);
    }
    const { runProgram } = await import('./program.js');
    return await runProgram(argv, io);
  } catch (error) {
    return explain(error, argv, io);
  }
}

async function explain(error: unknown, argv: readonly string[], { stderr }: CommandIo): Promise<ExitCode> {
  if (CliError.is(error)) {
    if (error.code !== 'output_closed') await complain(stderr, error.message);
    return error.exitCode;
  }
  if (isConfigError(error)) {
    await complain(stderr, error.message);
    return EXIT_CODE.usage;
  }
  await complain(
    stderr,
    `this is a defect of the program, please report it: ${describeUnexpected(error)}${isVerbose(argv) ? '' : ' (-v shows where)'}`,
  );
  if (isVerbose(argv) && error instanceof Error && error.stack !== undefined) await complain(stderr, error.stack);
  return EXIT_CODE.internal;
}

/** By name, because loading the package for its own check would cost every start. */
function isConfigError(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'ConfigError' || error.name === 'RouterConfigError');
}

/** One line; messages of unknown errors may be long and may span many. */
function describeUnexpected(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return toSafeLine(text).slice(0, 200);
}

function isVerbose(argv: readonly string[]): boolean {
  return argv.includes('-v') || argv.includes('--verbose');
}
