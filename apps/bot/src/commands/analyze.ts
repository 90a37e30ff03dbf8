import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js';

import { NOTICES } from '../notices.js';

import { EVERYWHERE, type SlashCommand } from './command.js';

/** Longest text that Discord lets a person type into an option. */
const MAX_LENGTH = 6000;

/** `/analyze text private`: analyses a text. */
export const analyze: SlashCommand = {
  kind: 'slash',

  definition: {
    type: ApplicationCommandType.ChatInput,
    name: 'analyze',
    name_localizations: { de: 'analysieren', fr: 'analyser' },
    description: 'Look for fallacies, standpoints, mood and topics in a text.',
    description_localizations: {
      de: 'Sucht in einem Text nach Fehlschlüssen, Standpunkten, Stimmung und Themen.',
      fr: 'Cherche sophismes, points de vue, humeur et thèmes dans un texte.',
    },
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'text',
        name_localizations: { fr: 'texte' },
        description: 'The text to analyse.',
        description_localizations: { de: 'Der Text, der untersucht werden soll.', fr: 'Le texte à analyser.' },
        required: true,
        min_length: 1,
        max_length: MAX_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        name_localizations: { de: 'privat', fr: 'privé' },
        description: 'Show the answer to you alone. Otherwise everyone here sees it.',
        description_localizations: {
          de: 'Zeigt die Antwort nur dir. Sonst sehen sie alle hier.',
          fr: 'Ne montrer la réponse qu’à vous. Sinon, tout le monde ici la voit.',
        },
      },
    ],
  },

  read({ options }) {
    const text = options.getString('text', true);
    if (text.trim() === '') return { kind: 'refuse', notice: NOTICES.blankText };
    return { kind: 'analyse', text, isPrivate: options.getBoolean('private') ?? false, source: { kind: 'text', text } };
  },
};
