import type { SimulationReport } from '@discord-intelligence/router';

import type { Palette } from '../terminal/palette.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { padText } from '../terminal/wrap-text.js';

const HEAD = ['policy', 'answered', 'failed', 'cost', 'p50', 'p95', 'p99', 'fallbacks', 'load'];

/** What each policy would have come to, one a line, and how it would have spread the load. */
export function renderSimulation(reports: Readonly<Record<string, SimulationReport>>, palette: Palette): string {
  const rows = Object.entries(reports).map(([name, report]) => [
    toSafeLine(name),
    String(report.answered),
    String(report.failed),
    `$${report.costUsd.toFixed(4)}${report.unpriced > 0 ? '+?' : ''}`,
    milliseconds(report.latency?.p50Ms),
    milliseconds(report.latency?.p95Ms),
    milliseconds(report.latency?.p99Ms),
    String(report.fallbacks),
    Object.entries(report.deployments)
      .map(([id, { share }]) => `${toSafeLine(id)} ${Math.round(share * 100)} %`)
      .join(', '),
  ]);
  const widths = HEAD.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => cells.map((cell, column) => padText(cell, widths[column]!)).join('  ').trimEnd();
  return `${[palette.heading(line(HEAD)), ...rows.map(line)].join('\n')}\n`;
}

function milliseconds(value: number | undefined): string {
  return value === undefined ? '-' : `${Math.round(value)} ms`;
}
