import * as z from 'zod';

import { once } from '../once.js';

import type { CooldownChange } from './cooldown-board.js';

const deployment = once(() => z.string().min(1).max(512));
const errorClass = once(() => z.string().max(128));

/** What one process tells the others. Redis is shared with strangers' mistakes: nothing is believed unread. */
const cooldownMessage = once(() => z.object({
  from: z.string(),
  /** Of the change; the state that is kept in Redis carries it too. */
  id: z.string().max(128),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('cooled'), deployment: deployment(), remainingMs: z.number(), strikes: z.number().int().min(0), errorClass: errorClass() }),
    z.object({ kind: z.literal('probed'), deployment: deployment(), remainingMs: z.number() }),
    z.object({ kind: z.literal('released'), deployment: deployment() }),
    z.object({ kind: z.literal('recovered'), deployment: deployment(), sinceMs: z.number(), errorClass: errorClass() }),
    z.object({ kind: z.literal('reset'), deployment: deployment() }),
  ]),
}));

/** A change, who told it, and which one it is. */
export type CooldownMessage = z.infer<ReturnType<typeof cooldownMessage>>;

/** Makes a message of a change. */
export function writeMessage(message: { readonly from: string; readonly id: string; readonly change: CooldownChange }): string {
  return JSON.stringify(message);
}

/** The message, unless it is our own or cannot be read. */
export function readMessage(text: string, own: string): CooldownMessage | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = cooldownMessage().safeParse(json);
  return success && data.from !== own ? data : undefined;
}
