import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One line of a child. */
export interface ChildLine {
  readonly pid: number;
  readonly event: string;
  readonly text?: string;
}

/** A process that takes part in a flight. */
export interface Child {
  readonly pid: number;
  /** Resolves with the next line; rejects when the child ends before. */
  line(): Promise<ChildLine>;
  /** Lets it enter the flight. */
  go(): void;
  /** Ends it as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
  ended(): Promise<void>;
}

/** Starts a child from the sources; jest's own transformer is not there. */
export function startChild(parameters: readonly string[]): Child {
  const program = join(__dirname, 'flight-child.ts');
  const child = spawn(process.execPath, ['-C', '@discord-intelligence/source', '--import', 'tsx', program, ...parameters], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => { errors = (errors + chunk.toString()).slice(-2_000); });
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? -1,
    async line() {
      const result = await lines.next();
      if (result.done) throw new Error(`The child ended without a word: ${errors}`);
      return JSON.parse(result.value) as ChildLine;
    },
    go() {
      child.stdin.write('go\n');
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async ended() {
      await exit;
    },
  };
}
