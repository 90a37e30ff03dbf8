import type { AnalysisOutcome } from '@discord-intelligence/pipeline';

import type { Palette } from '../terminal/palette.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { truncateText, wrapText } from '../terminal/wrap-text.js';

/** What every part of a terminal report is drawn with. */
export interface Layout {
  /** Columns of the terminal. */
  readonly width: number;
  readonly palette: Palette;
  /** Whether to show what is usually left out. */
  readonly isVerbose: boolean;
}

/** Columns that the body of a section is moved to the right. */
export const INDENT = 2;

/** A paragraph of a section. Whatever it holds is made safe to show. */
export function paragraph(text: string, { width }: Layout, indent = INDENT): string[] {
  return wrapText(toSafeLine(text), { width, indent });
}

/** Short texts as a list. */
export function bullets(texts: readonly string[], { width }: Layout, indent = INDENT): string[] {
  return texts.flatMap((text) =>
    wrapText(toSafeLine(text), { width, indent: indent + 2, lead: `${' '.repeat(indent)}-` }),
  );
}

/** The first line of a section, with what matters most of it beside the name. */
export function heading(name: string, note: string, { width, palette }: Layout): string {
  const title = palette.heading(name.toUpperCase());
  return note === '' ? title : `${title}  ${palette.quiet(truncateText(note, Math.max(width - name.length - 2, 8)))}`;
}

/** The lines of a section whose analysis gave no result; undefined when there is one. */
export function absence(name: string, outcome: AnalysisOutcome, layout: Layout): string[] | undefined {
  if (outcome.status === 'success' || outcome.status === 'degraded') return undefined;
  return [heading(name, outcome.status, layout), ...paragraph(outcome.reason ?? 'no reason was given', layout)];
}
