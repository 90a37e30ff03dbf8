import { createRequire } from 'node:module';
import { join } from 'node:path';

import { type CommandOptions, type CommandResult, runCommand } from './run-command.js';

/** Runs Nx in a workspace: no daemon, no terminal tricks, whatever the machine's settings say. */
export function runNx(root: string, args: readonly string[], options: Omit<CommandOptions, 'cwd'> = {}): Promise<CommandResult> {
  return runCommand(process.execPath, [nxProgram(root), ...args], {
    ...options,
    cwd: root,
    env: { NX_DAEMON: 'false', NX_TUI: 'false', ...options.env },
  });
}

/** The main entry of the `nx` package is its command line. */
function nxProgram(root: string): string {
  return createRequire(join(root, 'package.json')).resolve('nx');
}
