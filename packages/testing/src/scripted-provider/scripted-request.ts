import type { UsageCounts } from '../openai/completion.js';

import type { ProviderStep } from './provider-step.js';

/** What a scripted provider knows of one request. Fields that change do so while it is answered. */
export interface ScriptedRequest {
  readonly deployment: string;
  /** The bearer token, without the word `Bearer`; empty when there was none. */
  readonly key: string;
  /** Below `/v1`, such as `/chat/completions`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON, or the text as it came. */
  readonly body: unknown;
  readonly step: ProviderStep;
  /** Number of the connection: equal numbers prove that it was kept alive. */
  readonly connection: number;
  /** Milliseconds since the epoch, with a fraction, of this machine's clock. */
  readonly openedAtMs: number;
  /** When the answer was finished or the connection gone. */
  readonly closedAtMs: number | undefined;
  /** Who ended it; `undefined` while it is open. */
  readonly closedBy: 'provider' | 'client' | undefined;
  /** Whether the whole answer was handed to the network. */
  readonly isComplete: boolean;
  /** Usage of the answer, if the script said any and it was sent. */
  readonly usage: UsageCounts | undefined;
  /** Text of the deltas that were sent. */
  readonly sentText: string;
  /** Resolves at the end, however it came. */
  readonly closed: Promise<void>;
}

/** The provider's own, writable view. */
export type MutableScriptedRequest = { -readonly [Field in keyof ScriptedRequest]: ScriptedRequest[Field] };

/** Milliseconds since the epoch with a fraction, comparable between processes of one machine. */
export function wallClock(): number {
  return performance.timeOrigin + performance.now();
}
