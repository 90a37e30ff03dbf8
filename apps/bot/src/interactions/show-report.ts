import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { type CommandInteraction, PermissionFlagsBits } from 'discord.js';

import { createAnalysisCard } from '../card/analysis-card.js';
import type { AnalysisSource } from '../card/source.js';
import { isRefusedMessage } from '../discord/api-error.js';
import { reportFiles, type ReportFile } from '../report/report-files.js';

import type { Answer } from './answer.js';

/** What a report is shown with. */
export interface ShowReportOptions {
  readonly source: AnalysisSource;
  readonly interaction: CommandInteraction;
  /** Shown in small print, where telemetry is on. */
  readonly traceId: string | undefined;
}

/**
 * Shows a report as a card, with the whole of it in files where the card is too
 * small and files may be sent.
 *
 * @throws DiscordAPIError when Discord takes neither the card with files nor the one without.
 */
export async function showReport(
  answer: Answer,
  report: AnalysisReport,
  { source, interaction, traceId }: ShowReportOptions,
): Promise<void> {
  const card = createAnalysisCard(report, source, traceId);
  const files = card.isCut && mayAttach(interaction) ? withinLimit(reportFiles(report), interaction.attachmentSizeLimit) : [];
  const show = (attached: readonly ReportFile[]) =>
    answer.show({ components: [card.toContainer(attached.map(({ name }) => name))], files: attached });
  try {
    await show(files);
  } catch (error) {
    // A channel may refuse files by rules that the interaction does not tell of.
    if (files.length === 0 || !isRefusedMessage(error)) throw error;
    await show([]);
  }
}

/** Outside of servers there are no permissions that could be missing. */
function mayAttach({ guildId, appPermissions }: CommandInteraction): boolean {
  return guildId === null || appPermissions.has(PermissionFlagsBits.AttachFiles);
}

/** Files as long as there is room for them, in order. An odd limit counts as none. */
function withinLimit(files: readonly ReportFile[], limitBytes: number): ReportFile[] {
  return files.filter(({ attachment }) => !(attachment.byteLength > limitBytes));
}
