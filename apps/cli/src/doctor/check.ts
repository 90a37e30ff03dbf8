import type { Config } from '@discord-intelligence/config';

import type { CommandIo } from '../command-io.js';

/** One thing looked at: it works, it is not there and need not be, or it was asked for and does not work. */
export interface Finding {
  readonly name: string;
  readonly status: 'ok' | 'off' | 'problem';
  /** What was found. Never a secret. */
  readonly detail: string;
  /** What to do; absent when there is nothing to do. */
  readonly action?: string;
}

/** What a check looks at. */
export interface CheckContext {
  /** Undefined when the settings cannot be used. */
  readonly config: Config | undefined;
  readonly io: CommandIo;
  /** Whether to say where things were found. */
  readonly isVerbose: boolean;
}

/** Looks at one thing, or at several of a kind. */
export type Check = (context: CheckContext) => Promise<readonly Finding[]>;
