import { fstatSync } from 'node:fs';
import process from 'node:process';
import { isatty } from 'node:tty';

import type { CommandIo, InputStream, OutputStream } from './command-io.js';
import { CliError } from './errors.js';

/** The streams, variables and settings of this process. */
export function createProcessIo(signal: AbortSignal): CommandIo {
  return {
    // Touching process.stdin opens it, so that waits until somebody asks.
    get stdin() {
      return createInput(process.stdin);
    },
    stdout: createOutput(process.stdout),
    stderr: createOutput(process.stderr),
    // eslint-disable-next-line no-restricted-properties -- conventions of terminals, not settings of ours
    environment: process.env,
    signal,
    loadConfig: async () => (await import('@discord-intelligence/config')).getConfig(),
    createAnalyzer: async (settings) => (await import('./create-analyzer.js')).createAnalyzer(settings),
  };
}

const STDIN = 0;

function createInput(stream: NodeJS.ReadStream): InputStream {
  return {
    isTty: isatty(STDIN),
    async *read(signal) {
      // Node takes a directory for an empty stream.
      if (fstatSync(STDIN).isDirectory()) throw new CliError('input_is_directory', 'standard input: a directory');
      const stop = () => stream.destroy();
      signal.addEventListener('abort', stop, { once: true });
      try {
        // Destroying ends the loop with or without an error; either way the abort is what counts.
        for await (const chunk of stream) yield chunk as Uint8Array;
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        signal.removeEventListener('abort', stop);
        stream.destroy();
      }
      signal.throwIfAborted();
    },
  };
}

function createOutput(stream: NodeJS.WriteStream & { readonly fd: number }): OutputStream {
  // Each write reports its own error below; without a listener the same error would end the process.
  stream.on('error', () => undefined);
  return {
    isTty: isatty(stream.fd),
    get columns() {
      return stream.isTTY ? stream.columns : undefined;
    },
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (error) reject(explainWriteError(error));
          else resolve();
        });
      }),
  };
}

function explainWriteError(error: NodeJS.ErrnoException): CliError {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED'
    ? new CliError('output_closed', 'nobody reads the output any more', { cause: error })
    : new CliError('output_failed', `the output cannot be written: ${error.code ?? error.message}`, { cause: error });
}
