import { isLogfireEnabled, keyedHash, type LogfireSpan, metrics, span, withhold } from '@discord-intelligence/observability';
import type { CommandInteraction } from 'discord.js';

import { BotError } from '../errors.js';
import { ATTRIBUTES } from './names.js';

/** How an interaction ended: answered in full or less well than configured, with a notice, with an apology, or with nobody left to answer. */
export type InteractionOutcome = 'answered' | 'degraded' | 'nothing_to_analyse' | 'refused' | 'busy' | 'ended' | 'failed' | 'gone';

/** What is noted of one interaction. While telemetry is off it all does nothing. */
export interface InteractionTrace {
  /** For the person to name; undefined while nothing is recorded. */
  readonly traceId: string | undefined;
  /** The last word counts. */
  setOutcome(outcome: InteractionOutcome, error?: unknown): void;
  /** Tells how long the analysis had to wait for its turn. */
  setQueueWait(ms: number): void;
}

const ignore = () => undefined;
const OFF: InteractionTrace = Object.freeze({ traceId: undefined, setOutcome: ignore, setQueueWait: ignore });

/** Handles an interaction in a trace of its own, which begins in the same turn: nothing is awaited before `handle`. */
export function traceInteraction(interaction: CommandInteraction, isKnown: (name: string) => boolean, handle: (trace: InteractionTrace) => Promise<void>): Promise<void> {
  if (!isLogfireEnabled()) return handle(OFF);
  // Names come from outside; only ours are few.
  const command = isKnown(interaction.commandName) ? interaction.commandName : 'unknown';
  const startedAt = performance.now();
  return span(
    `discord.interaction ${command}`,
    () => ({
      [ATTRIBUTES.command]: command,
      [ATTRIBUTES.interactionId]: interaction.id,
      [ATTRIBUTES.guildHash]: typeof interaction.guildId === 'string' ? keyedHash(interaction.guildId) : undefined,
      [ATTRIBUTES.locale]: interaction.locale,
    }),
    async (current) => {
      const noted: { outcome: InteractionOutcome } = { outcome: 'answered' };
      await handle(traceOn(current, noted, command));
      current.setAttribute(ATTRIBUTES.outcome, noted.outcome);
      metrics.bot.interactionDuration.record((performance.now() - startedAt) / 1000, { command, outcome: noted.outcome });
    },
    // Discord is no service of ours: our ids are none of its business.
    { kind: 'consumer', isRoot: true, withoutTraceparent: true },
  );
}

function traceOn(current: LogfireSpan, noted: { outcome: InteractionOutcome }, command: string): InteractionTrace {
  return {
    traceId: current.isRecording ? current.traceId : undefined,
    setOutcome(outcome, error) {
      noted.outcome = outcome;
      if (outcome === 'busy') metrics.bot.turnedAway.add(1, { command });
      if (outcome === 'degraded' || outcome === 'busy' || outcome === 'ended') current.setLevel('warn');
      if (outcome !== 'failed') return;
      // A foreign message may quote the text at hand, as in the log.
      if (!BotError.is(error)) withhold(error);
      current.recordError(error);
    },
    setQueueWait(ms) {
      current.setAttribute(ATTRIBUTES.queueWait, ms);
      metrics.bot.queueWait.record(ms / 1000);
    },
  };
}
