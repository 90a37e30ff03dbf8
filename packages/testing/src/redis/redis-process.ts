import { spawn, type ChildProcess } from 'node:child_process';

import { redisCommand } from './redis-command.js';

/** Milliseconds until the server must answer PING; a loaded machine needs about 0.1 s. */
const START_TIMEOUT_MS = 10_000;

/** Milliseconds between two looks whether it answers. */
const POLL_MS = 10;

/** A running server process. */
export interface RedisProcess {
  readonly child: ChildProcess;
  /** Ends it at once and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts a server without persistence and waits for its PONG.
 * @throws When it ends or stays silent; the message holds what it printed.
 */
export async function startRedisProcess(program: string, port: number, folder: string, settings: readonly string[]): Promise<RedisProcess> {
  const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  const child = spawn(program, [...fixed, ...settings], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const remember = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-2_000);
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => { resolve(); });
    child.once('error', (error) => {
      output += String(error);
      resolve();
    });
  });
  const state = { isGone: false };
  void gone.then(() => { state.isGone = true; });
  // A test run that dies must not leave servers behind.
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);

  const kill = async () => {
    process.off('exit', killOnExit);
    // A paused process dies of SIGKILL only: nothing is lost, nothing is persisted.
    child.kill('SIGKILL');
    await gone;
  };
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await answersPing(port))) {
    if (state.isGone || performance.now() > deadline) {
      await kill();
      throw new Error(`${program} did not answer PING on port ${port}. It printed:\n${output}`);
    }
  }
  if (state.isGone) {
    await kill();
    throw new Error(`Another server holds port ${port}. ${program} printed:\n${output}`);
  }
  return { child, kill };
}

async function answersPing(port: number): Promise<boolean> {
  try {
    return (await redisCommand(port, ['PING'], 1_000)) === 'PONG';
  } catch {
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return false;
  }
}
