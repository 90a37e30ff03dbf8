import { basename, dirname, extname, join } from 'node:path';

import { type Evaluation, renderReport } from '@discord-intelligence/fallacy-tool/evaluation';

import { prepareOutputFile } from '../output/write-file.js';

/** A place for a report that has been looked at and not yet been touched. */
export interface ReportFile {
  /** Writes the pictures first, so that no report shows one that is not there. */
  write(evaluation: Evaluation, introduction: readonly string[]): Promise<void>;
}

/** Checks where a report is to go. @throws CliError `usage` when it cannot go there. */
export async function prepareReport(path: string): Promise<ReportFile> {
  const file = await prepareOutputFile(path, '--report');
  const stem = basename(path, extname(path)).replaceAll(/[^\w.-]/g, '-');
  return {
    async write(evaluation, introduction) {
      const { markdown, pictures } = renderReport(evaluation, { title: 'How well fallacies are found', introduction, stem });
      for (const [name, svg] of Object.entries(pictures)) await (await prepareOutputFile(join(dirname(path), name), '--report')).write(svg);
      await file.write(markdown);
    },
  };
}
