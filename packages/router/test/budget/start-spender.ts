import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a spending process is set up. */
export interface SpenderSetup {
  readonly url: string;
  readonly limitNano: number;
  readonly leaseMs: number;
  readonly commandTimeoutMs: number;
  readonly seed: number;
}

/** What it can be told to do. */
export type SpenderCommand =
  | { readonly kind: 'race'; readonly pot: string; readonly workers: number; readonly estimateNano: number; readonly minNano: number; readonly maxNano: number; /** Milliseconds that an answer takes at most. @default a turn of the loop */ readonly answerMs?: number }
  | { readonly kind: 'hold'; readonly pot: string; readonly count: number; readonly estimateNano: number }
  | { readonly kind: 'settle-held'; readonly actualNano: number }
  | { readonly kind: 'keep-on'; readonly pot: string; readonly grants: number; readonly estimateNano: number; readonly actualNano: number };

/** A process of its own that spends money. */
export interface Spender extends AsyncDisposable {
  run<T>(command: SpenderCommand): Promise<T>;
  /** Ends it as `kill -9` does: nothing is settled, released or said. */
  kill(): Promise<void>;
}

/** Starts one from source, in plain Node. The default `script` is for tests: a script that is an ES module names it. */
export async function startSpender(setup: SpenderSetup, script = join(__dirname, 'spender-process.ts')): Promise<Spender> {
  const child = spawn(process.execPath, ['-C', '@discord-intelligence/source', '--import', 'tsx', script, JSON.stringify(setup)], {
    cwd: dirname(script),
    env: { PATH: process.env.PATH, NODE_ENV: 'test' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors = (errors + chunk.toString()).slice(-4_000); });
  child.stdin.on('error', () => undefined);
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => {
    const line: IteratorResult<string, unknown> = await lines.next();
    if (line.done) throw new Error(`The spender ended. It printed:\n${errors}`);
    return JSON.parse(line.value) as unknown;
  };
  await nextLine();

  const end = async (stop: () => void) => {
    process.off('exit', killOnExit);
    if (isRunning(child)) {
      const gone = once(child, 'exit');
      stop();
      await gone;
    }
  };
  return {
    async run<T>(command: SpenderCommand) {
      child.stdin.write(`${JSON.stringify(command)}\n`);
      return (await nextLine()) as T;
    },
    kill: () => end(() => child.kill('SIGKILL')),
    [Symbol.asyncDispose]: () => end(() => child.stdin.end()),
  };
}

function isRunning({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}
