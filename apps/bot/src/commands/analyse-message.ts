import { ApplicationCommandType } from 'discord.js';

import { EVERYWHERE, type MessageMenuCommand } from './command.js';
import { readMessage } from './read-message.js';

/**
 * "Analyse message" in the menu of a message. Only the person who asked sees
 * the answer: what somebody else wrote is not to be judged in public by a slip.
 */
export const analyseMessage: MessageMenuCommand = {
  kind: 'message-menu',

  definition: {
    type: ApplicationCommandType.Message,
    name: 'Analyse message',
    name_localizations: { de: 'Nachricht analysieren', fr: 'Analyser le message' },
    ...EVERYWHERE,
  },

  read({ targetMessage, targetId, channelId, guildId }) {
    const content = readMessage(targetMessage);
    if (content.kind === 'nothing') return { kind: 'refuse', notice: content.reason };
    const url = `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${targetId}`;
    return { kind: 'analyse', text: content.text, isPrivate: true, source: { kind: 'message', url } };
  },
};
