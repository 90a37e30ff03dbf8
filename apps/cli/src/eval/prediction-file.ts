import { open, realpath, stat } from 'node:fs/promises';

import type { PredictedText } from '@discord-intelligence/fallacy-tool/evaluation';

import { CliError } from '../errors.js';
import { toSafeLine } from '../terminal/safe-text.js';

/** Takes predictions one by one, in the form that scorers read. */
export interface PredictionFile extends AsyncDisposable {
  /** @throws CliError `output_failed` when the system refuses. */
  add(id: string, predicted: PredictedText): Promise<void>;
}

/**
 * Opens the file for predictions. Each is on disk before the next text is
 * finished, so that whatever ends the run, what is there can be scored.
 *
 * @param inputs - Files that are read meanwhile, which it must not be.
 * @throws CliError `usage` when it cannot be written, or is one of the inputs.
 */
export async function openPredictionFile(path: string, inputs: readonly string[]): Promise<PredictionFile> {
  const name = toSafeLine(path);
  if ((await stat(path).catch(() => undefined))?.isFile()) {
    const target = await realpath(path);
    for (const input of inputs) {
      if ((await realpath(input)) === target) throw new CliError('usage', `--pred ${name}: that file is read as --gold`);
    }
  }
  const explain = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown error';
  const file = await open(path, 'w').catch((cause: unknown) => {
    throw new CliError('usage', `--pred ${name}: it cannot be written (${explain(cause)})`, { cause });
  });
  return {
    async add(id, predicted) {
      try {
        // `write` may take a part of it and say nothing.
        await file.appendFile(`${JSON.stringify(toRecord(id, predicted))}\n`);
      } catch (cause) {
        throw new CliError('output_failed', `--pred ${name}: the predictions cannot be written (${explain(cause)})`, { cause });
      }
    },
    [Symbol.asyncDispose]: () => file.close(),
  };
}

/** What scorers read, and what a language model's part in it was. No duration: equal runs give equal files. */
function toRecord(id: string, { prediction, calls, costUsd, isSpared, degradedReason }: PredictedText): unknown {
  return {
    id,
    ...prediction,
    ...(calls > 0 && { calls }),
    ...(costUsd !== undefined && { cost_usd: costUsd }),
    ...(isSpared && { spared: true }),
    ...(degradedReason !== undefined && { degraded: degradedReason }),
  };
}
