import { loadConfig } from '@discord-intelligence/config';
import type { AnalyzeText } from '@discord-intelligence/pipeline';

import type { CommandIo, OutputStream } from '../../src/command-io.js';
import { createAnalyzer } from '../../src/create-analyzer.js';
import { CliError } from '../../src/errors.js';
import { aReport } from './a-report.js';

/** What a test may change about the world of a command. */
export interface FakeIoOptions {
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly stdinIsTty?: boolean;
  readonly stdoutIsTty?: boolean;
  readonly columns?: number;
  /** Settings as well as conventions of the terminal. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What every analyser is. `real` makes them as the program does. */
  readonly analyzeText?: AnalyzeText | 'real';
  readonly signal?: AbortSignal;
  /** Writes to standard output after which its reader is gone. */
  readonly closesAfter?: number;
}

/** The world of a command, with what the command has said to it. */
export interface FakeIo extends CommandIo {
  readonly said: { readonly stdout: string; readonly stderr: string };
}

/** Makes the world of one command: streams in memory and an analyser that answers at once. */
export function createFakeIo(options: FakeIoOptions = {}): FakeIo {
  const { stdin = [], stdinIsTty = false, environment = {}, closesAfter = Infinity } = options;
  const { analyzeText = async () => aReport() } = options;
  const stdout = createMemoryStream({ isTty: options.stdoutIsTty ?? false, columns: options.columns, closesAfter });
  const stderr = createMemoryStream({ isTty: false, columns: undefined, closesAfter: Infinity });
  return {
    stdin: {
      isTty: stdinIsTty,
      async *read() {
        for (const part of stdin) yield Buffer.from(part);
      },
    },
    stdout,
    stderr,
    environment,
    signal: options.signal ?? new AbortController().signal,
    loadConfig: async () => loadConfig(environment),
    createAnalyzer: analyzeText === 'real' ? createAnalyzer : async () => ({ analyze: analyzeText, [Symbol.asyncDispose]: () => Promise.resolve() }),
    get said() {
      return { stdout: stdout.text(), stderr: stderr.text() };
    },
  };
}

interface MemoryStreamOptions {
  readonly isTty: boolean;
  readonly columns: number | undefined;
  readonly closesAfter: number;
}

function createMemoryStream({ isTty, columns, closesAfter }: MemoryStreamOptions): OutputStream & { text(): string } {
  const parts: string[] = [];
  return {
    isTty,
    columns,
    async write(text) {
      if (parts.length >= closesAfter) throw new CliError('output_closed', 'nobody reads the output any more');
      parts.push(text);
    },
    text: () => parts.join(''),
  };
}
