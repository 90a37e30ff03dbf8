import {
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';

import type { AnalysisSource } from '../card/source.js';

/** A slash command. */
export interface SlashCommand {
  readonly kind: 'slash';
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody;
  /** Reads what is asked for. Cannot wait: Discord gives 3 seconds for the first answer. */
  read(interaction: ChatInputCommandInteraction): CommandRequest;
}

/** A command in the menu of a message, under "Apps". */
export interface MessageMenuCommand {
  readonly kind: 'message-menu';
  readonly definition: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  /** Reads what is asked for. Cannot wait: Discord gives 3 seconds for the first answer. */
  read(interaction: MessageContextMenuCommandInteraction): CommandRequest;
}

/** One command of the bot: what Discord is told of it, and what it asks for. */
export type Command = SlashCommand | MessageMenuCommand;

/** A text to analyse, or why there is none. */
export type CommandRequest = AnalysisRequest | Refusal;

/** What a command wants analysed. */
export interface AnalysisRequest {
  readonly kind: 'analyse';
  readonly text: string;
  /** Whether only the person who asked sees the answer. */
  readonly isPrivate: boolean;
  readonly source: AnalysisSource;
}

/** Why nothing is analysed, for the person who asked. */
export interface Refusal {
  readonly kind: 'refuse';
  /** Discord's Markdown, at most 2,000 characters. */
  readonly notice: string;
}

/** Commands work wherever a person can have them: installed in a server or for oneself, in servers, DMs and group DMs. */
export const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
