import type { InteractionResponseType, InteractionType } from 'discord-api-types/v10';

import type { Json } from '../json.js';
import type { FakeMessage } from '../messages/fake-message.js';

/** Where an interaction happens. `private` is a user-installed command outside the bot's reach. */
export type InteractionPlace = 'guild' | 'dm' | 'private';

/** The first answer of the application. */
export interface Acknowledgement {
  readonly type: InteractionResponseType;
  readonly data: Json;
  readonly atMs: number;
}

/** An interaction as the fake keeps it. */
export interface StoredInteraction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly place: InteractionPlace;
  readonly channelId: string;
  readonly userId: string;
  readonly createdAtMs: number;
  /** What was sent to the application. */
  readonly payload: Json;
  /** The message whose component, or whose modal, started it. */
  readonly sourceMessageId?: string;
  acknowledgement: Acknowledgement | undefined;
  /** Id behind `@original`. */
  originalId: string | undefined;
  /** States of the original after each edit. */
  readonly edits: FakeMessage[];
  readonly followUpIds: string[];
}

/** Time for the first answer (Discord developer documentation, "Interaction Callback"). */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** Life of an interaction token. */
export const TOKEN_LIFE_MS = 15 * 60_000;

/** Follow-ups that a user-installed command may send where the bot is not. */
export const MAX_PRIVATE_FOLLOW_UPS = 5;
