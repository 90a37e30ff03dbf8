import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Codes that mean: this interaction takes no answer any more. 10062 expired, 10015 and 50027 its token ran out after 15 minutes. */
const GONE: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  // Someone deleted the answer that was to be edited.
  RESTJSONErrorCodes.UnknownMessage,
];

/** Whether Discord says that nobody waits for the answer any more. */
export function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.includes(error.code);
}

/** Whether Discord says that the interaction has its first answer already. */
export function isAlreadyAcknowledged(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
}

/** Whether Discord refused the message itself: its form, its size or the right to send it. */
export function isRefusedMessage(error: unknown): boolean {
  return error instanceof DiscordAPIError && [400, 403, 413].includes(error.status);
}
