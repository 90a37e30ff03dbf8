import { type AnalyzeText, PipelineError } from '@discord-intelligence/pipeline';
import type { CommandInteraction } from 'discord.js';

import type { AnalysisRequest, Command, CommandRequest } from '../commands/command.js';
import { describeError } from '../describe-error.js';
import { isAlreadyAcknowledged, isGone } from '../discord/api-error.js';
import { BotError } from '../errors.js';
import type { BotLogger } from '../logger.js';
import { failureNotice, NOTICES } from '../notices.js';
import type { AdmissionQueue } from '../queue/admission-queue.js';

import { type Answer, createAnswer } from './answer.js';
import { showReport } from './show-report.js';

/** What commands are handled with. */
export interface CommandHandlerOptions {
  readonly commands: readonly Command[];
  readonly analyze: AnalyzeText;
  readonly queue: AdmissionQueue;
  readonly logger: BotLogger;
  /** Whether new commands are turned away because the bot is about to end. */
  readonly isClosing: () => boolean;
}

/** Answers one interaction to the end. Never rejects: what goes wrong is told to the person and to the log. */
export type HandleCommand = (interaction: CommandInteraction) => Promise<void>;

export function createCommandHandler({ commands, analyze, queue, logger, isClosing }: CommandHandlerOptions): HandleCommand {
  return async (interaction) => {
    const answer = createAnswer(interaction, logger);
    try {
      // Up to the first answer nothing may be awaited.
      const request: CommandRequest = isClosing()
        ? { kind: 'refuse', notice: NOTICES.restarting }
        : readRequest(commands, interaction);
      if (request.kind === 'refuse') await answer.refuse(request.notice);
      else await analyse(request, interaction, answer);
    } catch (error) {
      await reportFailure(error, interaction, answer);
    }
  };

  async function analyse(request: AnalysisRequest, interaction: CommandInteraction, answer: Answer): Promise<void> {
    const ticket = queue.admit();
    if (!ticket) {
      logger.warn({ interactionId: interaction.id }, 'the queue is full: a command was turned away');
      return answer.refuse(NOTICES.busy);
    }
    try {
      await answer.acknowledge(request.isPrivate);
      const report = await ticket.run((signal) => analyze(request.text, { signal }));
      if (report.status === 'skipped') await answer.say(NOTICES.nothingFound);
      else if (report.analysis === null) {
        logger.error({ interactionId: interaction.id, reason: 'every analysis failed' }, 'a command failed');
        await answer.say(failureNotice(interaction.id));
      } else await showReport(answer, report, { source: request.source, interaction });
      logger.info(
        { interactionId: interaction.id, command: interaction.commandName, status: report.status, durationMs: report.duration_ms },
        'a command was answered',
      );
    } finally {
      ticket.release();
    }
  }

  async function reportFailure(error: unknown, interaction: CommandInteraction, answer: Answer): Promise<void> {
    const at = { interactionId: interaction.id, error: describeError(error) };
    if (isGone(error) || isAlreadyAcknowledged(error)) {
      logger.warn(at, 'nobody waits for this answer any more');
      return;
    }
    const known = knownNotice(error);
    if (known === undefined) logger.error(at, 'a command failed');
    else logger.warn(at, 'a command could not be finished');
    try {
      await answer.say(known ?? failureNotice(interaction.id));
    } catch (second) {
      logger.warn({ ...at, error: describeError(second) }, 'the failure could not be told to the person either');
    }
  }
}

function readRequest(commands: readonly Command[], interaction: CommandInteraction): CommandRequest {
  for (const command of commands) {
    if (command.definition.name !== interaction.commandName) continue;
    if (command.kind === 'slash' && interaction.isChatInputCommand()) return command.read(interaction);
    if (command.kind === 'message-menu' && interaction.isMessageContextMenuCommand()) return command.read(interaction);
  }
  return { kind: 'refuse', notice: NOTICES.unknownCommand };
}

/** Failures that a person can do something about. */
function knownNotice(error: unknown): string | undefined {
  if (PipelineError.is(error)) return error.code === 'text_too_long' ? NOTICES.tooLong : undefined;
  if (!BotError.is(error)) return undefined;
  if (error.code === 'analysis_timeout') return NOTICES.timedOut;
  return error.code === 'shutting_down' ? NOTICES.restarting : undefined;
}
