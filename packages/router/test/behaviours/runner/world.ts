import type { ScriptedProvider } from '@discord-intelligence/testing';

import type { CallOutcome, Readout } from './subject.js';

/** A call that was ordered; `outcome` is there once it has ended. */
export interface CallRecord {
  readonly action: number;
  readonly mark: string | undefined;
  outcome: CallOutcome | undefined;
}

/** All that expectations may look at. */
export interface World {
  readonly provider: ScriptedProvider;
  /** In the order in which the calls were made, whenever they ended. */
  readonly calls: readonly CallRecord[];
  /** All routers' together; `undefined` where none was started. */
  readonly readout: Readout | undefined;
  /** Paths that the router refused in its configuration. */
  readonly configErrors: readonly string[];
}
