import type { OutputStream } from '../command-io.js';
import { toSafeText } from '../terminal/safe-text.js';

/** The name of the command, as people type it. */
export const COMMAND = 'discord-intelligence';

/** Tells what went wrong, on the error stream. Never throws: there is nobody left to tell. */
export async function complain(stderr: OutputStream, message: string): Promise<void> {
  await stderr.write(`${COMMAND}: ${toSafeText(message)}\n`).catch(() => undefined);
}
