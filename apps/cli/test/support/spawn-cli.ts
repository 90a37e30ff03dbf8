import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const APP = join(__dirname, '../..');

/** What a test may change about a process. */
export interface SpawnCliOptions {
  /** Given to standard input, which then ends; without it nothing is ever written and it stays open. */
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Called with the running process, to close its streams or send it signals. */
  readonly during?: (child: ReturnType<typeof spawn>) => void;
}

/** What a process said and how it ended. */
export interface CliRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command from source, as `npm start` does, in a folder of its own. */
export function spawnCli(argv: readonly string[], { stdin, environment = {}, cwd, during }: SpawnCliOptions): Promise<CliRun> {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const node = ['-C', '@discord-intelligence/source', '--import', loader, join(APP, 'src/main.ts')];
  const child = spawn(process.execPath, [...node, ...argv], {
    cwd,
    // Nothing of the developer's own settings, colours or Node options.
    env: { PATH: process.env.PATH, HOME: cwd, NODE_ENV: 'test', ...environment },
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A process that refuses its arguments does not read; that is its right.
  child.stdin.on('error', () => undefined);
  if (stdin !== undefined) child.stdin.end(stdin);
  during?.(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
