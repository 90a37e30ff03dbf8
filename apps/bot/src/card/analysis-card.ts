import type { AnalysisReport } from '@discord-intelligence/pipeline';
import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord.js';

import { accentColour } from './accent-colour.js';
import { contextSection } from './context-section.js';
import { fallacySections } from './fallacy-sections.js';
import { methodSection } from './method-section.js';
import type { AnalysisSource } from './source.js';
import { verdictSection } from './verdict-section.js';

/** A report as people see it in a channel. */
export interface AnalysisCard {
  /** Whether the report holds more than the card shows. */
  readonly isCut: boolean;
  /**
   * The card as Discord takes it, in a message with the components-v2 flag.
   *
   * @param fileNames - Attachments of the message: under that flag only what a component names is shown.
   */
  toContainer(fileNames: readonly string[]): APIContainerComponent;
}

/**
 * Lays a report out as one container. Whatever the report holds, its texts stay
 * under the 4,000 characters and its parts under the 40 components that Discord
 * allows a message: the sections state their shares.
 *
 * @param traceId - Named in the small print, for whoever runs the bot to look it up.
 */
export function createAnalysisCard(report: AnalysisReport, source: AnalysisSource, traceId?: string): AnalysisCard {
  const blocks = [
    [verdictSection(report, source)],
    fallacySections(report),
    [contextSection(report)].filter((section) => section !== undefined),
    [methodSection(report, traceId)],
  ].filter((sections) => sections.length > 0);

  return {
    isCut: blocks.flat().some(({ isCut }) => isCut),

    toContainer: (fileNames) => ({
      type: ComponentType.Container,
      accent_color: accentColour(report.analysis?.fallacy_analysis),
      components: [
        ...blocks.flatMap((sections, index) => [
          ...(index === 0 ? [] : [{ type: ComponentType.Separator } as const]),
          ...sections.map(({ text }) => ({ type: ComponentType.TextDisplay, content: text }) as const),
        ]),
        ...fileNames.map((name) => ({ type: ComponentType.File, file: { url: `attachment://${name}` } }) as const),
      ] satisfies APIComponentInContainer[],
    }),
  };
}
