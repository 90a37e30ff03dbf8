import * as z from 'zod';

import { once } from '../once.js';

/** What a condition can look at. */
const SUBJECT = /^(?:model|tenant|(?:scope|metadata|params)\.[^.]{1,100})$/u;

const scalar = once(() => z.union([z.string(), z.number(), z.boolean()]));
const anyOf = once(() => z.union([scalar(), z.array(scalar()).min(1).max(1_000)]));

/** What a value must be: this, one of these, none of these, or between two numbers. */
const test = once(() => z.union([
  anyOf(),
  z.strictObject({ not: anyOf() }),
  z.strictObject({ above: z.number().optional(), below: z.number().optional() }).refine(({ above, below }) => above !== undefined || below !== undefined, 'needs above, below, or both'),
], { error: 'expected a value, a list of values, {not: …} or {above: …, below: …}' }));

/** Sends requests of a kind elsewhere. */
export const conditionConfig = once(() => z.strictObject({
  /**
   * What a request must have, all of it: `model` (what it names), `tenant`, `scope.LABEL`, `metadata.KEY`
   * and `params.NAME`.
   */
  when: z.record(z.string().regex(SUBJECT, 'expected model, tenant, scope.LABEL, metadata.KEY or params.NAME'), test()).refine((when) => Object.keys(when).length > 0, 'needs something to look at'),
  /** The group or the use case that it begins at. */
  use: z.string().min(1),
}));

/** {@link conditionConfig} as read. */
export type ConditionConfig = z.infer<ReturnType<typeof conditionConfig>>;

/** {@link test} as read. */
export type ConditionTest = z.infer<ReturnType<typeof test>>;
