import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const APP = join(__dirname, '../..');

/** A bot in a process of its own. */
export interface BotProcess {
  /** Sends a signal. */
  kill(signal: NodeJS.Signals): void;
  /** How it ended, and what it said. */
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>;
}

/** Runs the program from source, with nothing of the developer's own settings. */
export function spawnBot(environment: Readonly<Record<string, string>>): BotProcess {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const child = spawn(process.execPath, ['-C', '@discord-intelligence/source', '--import', loader, join(APP, 'src/main.ts')], {
    cwd: tmpdir(),
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return {
    kill: (signal) => {
      child.kill(signal);
    },
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ code, stdout, stderr });
      });
    }),
  };
}
