/** Attributes of the span around an interaction. No name, no text and no id of a person is among them. */
export const ATTRIBUTES = {
  command: 'discord.command.name',
  /** The id that the log has too. */
  interactionId: 'discord.interaction.id',
  /** Keyed hash of the server's id; absent outside of servers. */
  guildHash: 'discord.guild.hash',
  locale: 'discord.locale',
  /** How it ended, see `InteractionOutcome`. */
  outcome: 'bot.outcome',
  /** Milliseconds between the acknowledgement and the begin of the analysis. */
  queueWait: 'bot.queue.wait_ms',
} as const;
