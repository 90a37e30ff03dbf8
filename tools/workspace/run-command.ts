import { spawn } from 'node:child_process';

/** How to run a command. */
export interface CommandOptions {
  /** The folder to run it in. */
  readonly cwd: string;
  /** Variables on top of the inherited ones; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /**
   * True to inherit no variable at all: a developer's keys and settings stay out.
   * @default false
   */
  readonly isBare?: boolean;
  /**
   * `show` passes the output through, `collect` returns it.
   * @default 'collect'
   */
  readonly output?: 'show' | 'collect';
  /** Ends the command. */
  readonly signal?: AbortSignal;
  /**
   * After so long the command is ended, and counts as failed.
   * @default 600_000
   */
  readonly timeoutMs?: number;
}

/** What a command left behind. */
export interface CommandResult {
  /** 1 if a signal ended it. */
  readonly exitCode: number;
  /** Both streams, in order of arrival; empty if they were shown. */
  readonly output: string;
}

/**
 * Runs a command without a shell and without a standard input, and waits for it.
 *
 * It never blocks the event loop: a registry may live in the same process.
 *
 * @throws {Error} if the command cannot be started or `signal` aborts it.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { cwd, env = {}, isBare = false, output = 'collect', signal, timeoutMs = 600_000 }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      // What is collected is read by a program, which wants no colours.
      env: { ...(isBare ? {} : outsideEnvironment()), ...(output === 'collect' && { FORCE_COLOR: '0' }), ...env },
      stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
      timeout: timeoutMs,
      ...(signal && { signal }),
    });
    let collected = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        collected += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ exitCode: code ?? 1, output: collected });
    });
  });
}

/**
 * Runs a command that has to succeed.
 *
 * @throws {Error} with the end of its output if it did not.
 */
export async function runOrThrow(command: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { exitCode, output } = await runCommand(command, args, options);
  if (exitCode === 0) return output;
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${exitCode}\n${output.slice(-4_000)}`.trimEnd());
}

/**
 * The environment of a command that a person would start. What npm and Nx tell
 * their own children about the running script would point a nested npm or Nx to
 * the wrong workspace, and no proxy of the machine's leads to its own loopback.
 */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !ABOUT_THE_RUNNING_SCRIPT.test(name));
  const noProxy = [process.env.no_proxy ?? process.env.NO_PROXY, '127.0.0.1', 'localhost'].filter(Boolean).join();
  return { ...Object.fromEntries(inherited), no_proxy: noProxy, NO_PROXY: noProxy };
}

const ABOUT_THE_RUNNING_SCRIPT = /^(?:NX_|JEST_|npm_(?:package|lifecycle)_|npm_config_(?:local_prefix|user_agent)$|INIT_CWD$)/;
