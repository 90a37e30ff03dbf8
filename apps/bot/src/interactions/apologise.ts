import { InteractionResponseType, InteractionType, MessageFlags, type REST, Routes } from 'discord.js';
import * as z from 'zod';

import { NOTICES } from '../notices.js';

/**
 * Answers a command that came in a form that discord.js cannot read, from the
 * three fields that are needed for it.
 *
 * @returns Whether there was somebody to answer.
 * @throws DiscordAPIError when Discord refuses.
 */
export async function apologise(rest: Pick<REST, 'post'>, payload: unknown): Promise<boolean> {
  const parsed = BareCommand.safeParse(payload);
  if (!parsed.success) return false;
  await rest.post(Routes.interactionCallback(parsed.data.id, parsed.data.token), {
    auth: false,
    body: {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { content: NOTICES.unreadableMessage, flags: MessageFlags.Ephemeral, allowed_mentions: { parse: [] } },
    },
  });
  return true;
}

const BareCommand = z.object({
  id: z.string().regex(/^\d{1,20}$/),
  token: z.string().min(1).max(1000),
  type: z.literal(InteractionType.ApplicationCommand),
});
