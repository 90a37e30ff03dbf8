import { Buffer } from 'node:buffer';

import type { AnalysisReport } from '@discord-intelligence/pipeline';

import { renderReport } from './render-report.js';

/** A file to attach to a message. */
export interface ReportFile {
  readonly name: string;
  readonly attachment: Buffer;
}

/** The whole report twice: `report.md` to read and `report.json` to work with. */
export function reportFiles(report: AnalysisReport): ReportFile[] {
  return [
    { name: 'report.md', attachment: Buffer.from(renderReport(report)) },
    { name: 'report.json', attachment: Buffer.from(`${JSON.stringify(report, null, 2)}\n`) },
  ];
}
