import { type AnalyzeText, PipelineError } from '@discord-intelligence/pipeline';
import type { CommandInteraction } from 'discord.js';

import type { AnalysisRequest, Command, CommandRequest } from '../commands/command.js';
import { describeError } from '../describe-error.js';
import { isAlreadyAcknowledged, isGone } from '../discord/api-error.js';
import { BotError } from '../errors.js';
import type { BotLogger } from '../logger.js';
import { failureNotice, NOTICES } from '../notices.js';
import type { AdmissionQueue } from '../queue/admission-queue.js';
import { type InteractionTrace, traceInteraction } from '../telemetry/trace-interaction.js';

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
  const names = new Set(commands.map(({ definition }) => definition.name));
  return (interaction) => traceInteraction(interaction, (name) => names.has(name), (trace) => handle(interaction, trace));

  async function handle(interaction: CommandInteraction, trace: InteractionTrace): Promise<void> {
    const answer = createAnswer(interaction, logger);
    try {
      // Up to the first answer nothing may be awaited.
      const request: CommandRequest = isClosing()
        ? { kind: 'refuse', notice: NOTICES.restarting }
        : readRequest(commands, interaction);
      if (request.kind === 'refuse') {
        trace.setOutcome('refused');
        await answer.refuse(request.notice);
      } else await analyse(request, interaction, answer, trace);
    } catch (error) {
      await reportFailure(error, interaction, answer, trace);
    }
  }

  async function analyse(request: AnalysisRequest, interaction: CommandInteraction, answer: Answer, trace: InteractionTrace): Promise<void> {
    const ticket = queue.admit();
    if (!ticket) {
      logger.warn({ interactionId: interaction.id }, 'the queue is full: a command was turned away');
      trace.setOutcome('busy');
      return answer.refuse(NOTICES.busy);
    }
    try {
      await answer.acknowledge(request.isPrivate);
      const admittedAt = performance.now();
      const report = await ticket.run((signal) => {
        trace.setQueueWait(performance.now() - admittedAt);
        return analyze(request.text, { signal });
      });
      if (report.status === 'skipped') {
        trace.setOutcome('nothing_to_analyse');
        await answer.say(NOTICES.nothingFound);
      } else if (report.analysis === null) {
        trace.setOutcome('failed', new BotError('analysis_failed', 'every analysis failed'));
        logger.error({ interactionId: interaction.id, reason: 'every analysis failed' }, 'a command failed');
        await answer.say(failureNotice(interaction.id));
      } else {
        if (report.status === 'degraded') trace.setOutcome('degraded');
        await showReport(answer, report, { source: request.source, interaction, traceId: trace.traceId });
      }
      logger.info(
        { interactionId: interaction.id, command: interaction.commandName, status: report.status, durationMs: report.duration_ms },
        'a command was answered',
      );
    } finally {
      ticket.release();
    }
  }

  async function reportFailure(error: unknown, interaction: CommandInteraction, answer: Answer, trace: InteractionTrace): Promise<void> {
    const at = { interactionId: interaction.id, error: describeError(error) };
    if (isGone(error) || isAlreadyAcknowledged(error)) {
      trace.setOutcome('gone');
      logger.warn(at, 'nobody waits for this answer any more');
      return;
    }
    const known = knownNotice(error);
    trace.setOutcome(known === undefined ? 'failed' : 'ended', error);
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
