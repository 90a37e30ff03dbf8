import { type CommandInteraction, type InteractionEditReplyOptions, MessageFlags } from 'discord.js';

import { isAlreadyAcknowledged } from '../discord/api-error.js';
import type { BotLogger } from '../logger.js';

/** The one message that answers an interaction. Nothing it says can ping anybody. */
export interface Answer {
  /** Answers at once and for good, seen by the person who asked alone. */
  refuse(notice: string): Promise<void>;
  /** Shows "is thinking": what must reach Discord within 3 seconds. */
  acknowledge(isPrivate: boolean): Promise<void>;
  /** Puts words in the place of "is thinking"; without an acknowledgement before, the same as `refuse`. */
  say(notice: string): Promise<void>;
  /** Puts a card in the place of "is thinking". */
  show(card: Pick<InteractionEditReplyOptions, 'components' | 'files'>): Promise<void>;
}

const NO_MENTIONS = { parse: [] } as const;

export function createAnswer(interaction: CommandInteraction, logger: BotLogger): Answer {
  let isAcknowledged = false;

  const edit = async (message: InteractionEditReplyOptions): Promise<void> => {
    // Not `interaction.editReply`: that one knows only of acknowledgements that it saw succeed.
    await interaction.webhook.editMessage('@original', { ...message, allowedMentions: NO_MENTIONS });
  };
  const refuse = async (notice: string): Promise<void> => {
    await interaction.reply({ content: notice, flags: MessageFlags.Ephemeral, allowedMentions: NO_MENTIONS });
    isAcknowledged = true;
  };

  return {
    refuse,

    async acknowledge(isPrivate) {
      try {
        await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
      } catch (error) {
        // An acknowledgement whose answer got lost on the way is sent again and then refused, though it counts.
        if (!isAlreadyAcknowledged(error)) throw error;
        logger.warn({ interactionId: interaction.id }, 'the interaction was acknowledged already; going on');
      }
      isAcknowledged = true;
    },

    say: async (notice) => (isAcknowledged ? edit({ content: notice }) : refuse(notice)),

    show: async (card) => edit({ ...card, flags: MessageFlags.IsComponentsV2 }),
  };
}
