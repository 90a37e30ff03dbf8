import { setupLogfire, span, withhold } from '@discord-intelligence/observability';

import type { CommandIo } from '../command-io.js';
import { CliError } from '../errors.js';
import type { ExitCode } from '../exit-code.js';
import { toSafeText } from '../terminal/safe-text.js';
import type { TracedCommand } from './with-telemetry.js';

/** Longest time that the end of a command waits for a collector, in milliseconds. */
const FLUSH_MS = 3_000;

/**
 * Runs a command in the span `cli.{name}`, delivers what was collected, and shows its tree where that was asked for.
 * Where telemetry is off, it is on for this one command and nothing leaves the process.
 *
 * @throws whatever the command throws, once that is done.
 */
export async function runTraced(command: TracedCommand, { stderr }: CommandIo, work: () => Promise<ExitCode>): Promise<ExitCode> {
  const { name, config, showsTree, isQuiet, attributes } = command;
  const say = async (text: string) => { await stderr.write(toSafeText(text)).catch(() => undefined); };
  let tree = '';
  const telemetry = await setupLogfire({
    config,
    isEnabled: true,
    // Nobody looks at the event loop of a command.
    runtimeMetrics: false,
    ...(showsTree && { console: { stream: { write: (text: string) => (tree += text) } } }),
    ...(!config.logfire.enabled && { destinations: [], handleExit: false, sampleRate: 1 }),
    warn: (message) => { if (!isQuiet) void say(`Note: ${message}\n`); },
  });
  try {
    return await span(
      `cli.${name}`,
      attributes,
      async (current) => {
        const exitCode = await work().catch((error: unknown) => {
          // Only of our own errors it is known that they hold no text.
          if (!CliError.is(error)) withhold(error);
          throw error;
        });
        current.setAttribute('process.exit.code', exitCode);
        return exitCode;
      },
      { isRoot: true },
    );
  } finally {
    await telemetry.shutdown(FLUSH_MS);
    if (tree !== '') await say(`\n${tree}`);
  }
}
