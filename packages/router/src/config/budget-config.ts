import * as z from 'zod';

import { once } from '../once.js';

import { share, usd } from './quantity.js';

/** Money that may be spent in a calendar window. */
export const budgetConfig = once(() => z.strictObject({
  id: z.string().min(1).max(100),
  /** Labels that a request must carry: a value, or `*` for a budget of its own for each value. */
  scope: z.record(z.string(), z.string()).default({}),
  limit: usd(),
  window: z.enum(['hour', 'day', 'week', 'month']).default('month'),
  /** IANA time zone of the calendar. */
  tz: z.string().default('UTC'),
  /** From this share on, requests go to the group `use`. */
  soft: z.strictObject({ at: share(), use: z.string() }).optional(),
  /** Percentages that raise an alert. */
  alerts: z.array(z.number().min(1).max(1_000)).max(20).optional(),
  /** Without Redis: refuse, or count in this process. Budgets of one router must agree. */
  onRedisDown: z.enum(['closed', 'open']).default('closed'),
  /** Limits that hold for some time on top. */
  increases: z.array(z.strictObject({ usd: usd(), until: z.union([z.number(), z.iso.datetime({ offset: true })]), subject: z.string().optional() })).default([]),
}));

/** {@link budgetConfig} as read. */
export type BudgetConfig = z.infer<ReturnType<typeof budgetConfig>>;
