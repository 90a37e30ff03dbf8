import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How a process is started. */
export interface ChildOptions {
  /** @default this process's own */
  readonly cwd?: string;
  /** @default this process's own */
  readonly env?: NodeJS.ProcessEnv;
  /** Whether what it complains of is not shown. @default false */
  readonly isQuiet?: boolean;
}

/** A process that answers one message at a time. */
export interface Child extends AsyncDisposable {
  /** Sends a message and waits for the answer. @throws When it tells of a failure, or ends. */
  ask<Answer>(message: object): Promise<Answer>;
  /** The next message that comes by itself. */
  next<Answer>(): Promise<Answer>;
}

/** Starts Node.js without the loader and the conditions of this process, so that packages come as they are built. */
export function startChild(parameters: readonly string[], { isQuiet = false, ...options }: ChildOptions = {}): Child {
  const child = spawn(process.execPath, parameters, { ...options, stdio: ['ignore', 'ignore', isQuiet ? 'ignore' : 'inherit', 'ipc'] });
  return {
    async ask(message) {
      const answer = answerOf(child);
      child.send(message);
      return (await answer) as never;
    },
    next: async () => (await answerOf(child)) as never,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

/** Path of a program of this suite's `children`. */
export function childProgram(name: string): string {
  return fileURLToPath(new URL(`children/${name}`, import.meta.url));
}

/** @throws When the process ends instead of answering. */
function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (status: number | null) => {
      child.off('message', onMessage);
      reject(new Error(`${child.spawnargs.slice(1).join(' ')} ended with ${String(status)} instead of answering.`));
    };
    const onMessage = (message: unknown) => {
      child.off('exit', onExit);
      if (typeof message === 'object' && message !== null && 'failure' in message) reject(new Error(String(message.failure)));
      else resolve(message);
    };
    child.once('exit', onExit).once('message', onMessage);
  });
}
