import type { Config } from '@discord-intelligence/config';

import type { CommandIo } from '../command-io.js';
import type { ExitCode } from '../exit-code.js';

/** What a command is traced as. */
export interface TracedCommand {
  readonly name: string;
  readonly config: Config;
  /** Whether the tree of spans is shown on the error stream, also where telemetry is off. */
  readonly showsTree: boolean;
  /** Whether warnings of telemetry itself are left out. */
  readonly isQuiet: boolean;
  /** What is known of the command, without any text. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Runs a command in a span, if telemetry is on or its tree was asked for; loads nothing for it otherwise. */
export async function withTelemetry(command: TracedCommand, io: CommandIo, work: () => Promise<ExitCode>): Promise<ExitCode> {
  if (!command.config.logfire.enabled && !command.showsTree) return work();
  const { runTraced } = await import('./run-traced.js');
  return runTraced(command, io, work);
}
