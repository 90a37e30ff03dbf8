import type { AnalysisReport } from '@discord-intelligence/pipeline';
import type { SeverityLevel } from '@discord-intelligence/response-models';

import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { SEVERITIES } from '../options/analyze-options.js';
import type { InputOutcome } from '../output/result-writer.js';

/** The code that one outcome asks for. An analysis that failed outweighs what the others found. */
export function exitCodeOf(outcome: InputOutcome, failOn: SeverityLevel | undefined): ExitCode {
  if ('error' in outcome) return outcome.error.exitCode;
  const { report } = outcome;
  if (Object.values(report.outcomes).some(({ status }) => status === 'failed')) return EXIT_CODE.analysis;
  return failOn !== undefined && reaches(report, failOn) ? EXIT_CODE.findings : EXIT_CODE.ok;
}

/** Whether a fallacy of at least this severity was found. */
function reaches({ analysis }: AnalysisReport, least: SeverityLevel): boolean {
  const limit = SEVERITIES.indexOf(least);
  return analysis?.fallacy_analysis?.fallacies.some(({ severity }) => SEVERITIES.indexOf(severity) >= limit) ?? false;
}
