import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The program as a process of its own, run from source. */
export interface SpawnedServer extends AsyncDisposable {
  readonly process: ChildProcess;
  /** Where it listens; rejects when it ends before that. */
  readonly url: Promise<string>;
  /** Exit code, once it has ended. */
  readonly exitCode: Promise<number | null>;
  /** What it has written so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Starts the program with these settings and no others. */
export function spawnServer(settings: Record<string, string> = {}): SpawnedServer {
  const root = join(__dirname, '../..');
  const child = spawn(process.execPath, ['-C', '@discord-intelligence/source', '--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', API_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const exitCode = once(child, 'close').then(([code]) => code as number | null);
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      const address = /Server listening at (http:[^"]+)/.exec(stdout)?.[1];
      if (address !== undefined) resolve(address);
    });
    void exitCode.then((code) => {
      reject(new Error(`it ended with ${code}: ${stderr}`));
    });
  });
  // A test of a start that fails looks at the exit code only.
  url.catch(() => undefined);
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  return {
    process: child,
    url,
    exitCode,
    stdout: () => stdout,
    stderr: () => stderr,
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await exitCode;
    },
  };
}
