import type * as z from 'zod';

import type { Check } from '../checks/check.js';
import type { Schema } from '../read/validate.js';

/** What a model is asked for: a schema with a name and a history. */
export interface ResponseModel<S extends Schema = Schema> {
  readonly schema: S;
  /**
   * What the answer is called; other characters than letters, digits, `_` and `-` become `_`.
   * @default the schema's title or id, otherwise `answer`
   */
  readonly name?: string;
  /** One sentence for the model: what the answer is for. */
  readonly description?: string;
  /** A whole number from 1 that grows with each change of the schema. */
  readonly version?: number;
  /**
   * How to bring stored data forward: `migrations[1]` turns data of version 1
   * into data of version 2. See `upgradeStored`.
   */
  readonly migrations?: Readonly<Record<number, (stored: unknown) => unknown>>;
  /** Rules beyond the schema; what they find is told to the model. */
  readonly checks?: readonly Check<z.output<S>>[];
}
