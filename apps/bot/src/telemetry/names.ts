import { createCounter, createHistogram } from '@discord-intelligence/observability';

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

/** Seconds. Discord forgets an interaction after 15 minutes. */
const DURATION_BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900];

/** What Prometheus sees as `bot_…`. */
export const botMetrics = {
  interactions: createHistogram({
    name: 'bot.interaction.duration',
    description: 'Time from a command to the end of its answer.',
    unit: 's',
    labels: ['command', 'outcome'],
    buckets: DURATION_BUCKETS,
  }),
  queueWait: createHistogram({ name: 'bot.queue.wait', description: 'Time an analysis waited for its turn.', unit: 's', labels: [], buckets: DURATION_BUCKETS }),
  turnedAway: createCounter({ name: 'bot.queue.turned_away', description: 'Commands refused because too many waited.', unit: '{command}', labels: ['command'] }),
} as const;
