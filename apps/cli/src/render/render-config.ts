import type { ConfigRow } from '@discord-intelligence/config';

import type { ConfigListing } from '../commands/print-config.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { bullets, type Layout, paragraph } from './layout.js';

/** The settings by group, one a line, then what is odd about them. */
export function renderConfig({ variables, warnings }: ConfigListing, layout: Layout): string {
  const groups = new Map<string, ConfigRow[]>();
  for (const row of variables) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  const parts = [...groups].map(([group, rows]) => [
    layout.palette.heading(group),
    ...rows.flatMap((row) => renderRow(row, layout)),
  ]);
  if (warnings.length > 0) {
    parts.push([layout.palette.warning('Warnings'), ...bullets(warnings, layout)]);
  }
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function renderRow({ name, value, source, description }: ConfigRow, layout: Layout): string[] {
  const { palette, isVerbose } = layout;
  const assignment = value === null ? palette.quiet(`${name} is not set`) : `${name}=${toSafeLine(value)}`;
  const from = value === null || source === 'default' ? '' : `  ${palette.good(`(${source})`)}`;
  const isDefault = value !== null && source === 'default' ? `  ${palette.quiet('(default)')}` : '';
  return [`  ${assignment}${from}${isDefault}`, ...(isVerbose ? paragraph(description, layout, 6).map(palette.quiet) : [])];
}
