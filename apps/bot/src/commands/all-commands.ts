import { analyseMessage } from './analyse-message.js';
import { analyze } from './analyze.js';
import type { Command } from './command.js';

/** Every command of the bot. A new one is a file beside this one and a place in this list. */
export const ALL_COMMANDS: readonly Command[] = [analyze, analyseMessage];
