import { methodBadge } from '../render/report-facts.js';
import { describeDuration } from '../render/words.js';
import type { Check } from './check.js';

/** Holds a fallacy of the plainest kind, a feeling and a subject. */
const TRIAL =
  'I hate this terrible tax plan. My opponent is a crook, so his tax plan must be wrong. Everyone agrees with me, so it must be true.';

/** Runs every analysis on a sentence whose fallacy cannot be overlooked. */
export const checkAnalysis: Check = async ({ io }) => {
  const name = 'Offline analysis';
  await using analyzer = await io.createAnalyzer();
  const report = await analyzer.analyze(TRIAL, { signal: io.signal });
  const outcomes = Object.entries(report.outcomes);
  const failed = outcomes.filter(([, { status }]) => status === 'failed').map(([analysis]) => analysis);
  const found = report.analysis?.fallacy_analysis?.fallacies.length ?? 0;
  if (failed.length > 0 || found === 0) {
    const what = failed.length > 0 ? `failed: ${failed.join(', ')}` : 'the fallacy of a trial sentence was not found';
    return [{ name, status: 'problem', detail: what, action: 'Install this program again; if that does not help, report it.' }];
  }
  const detail = `${outcomes.length} analyses by ${methodBadge(report)} in ${describeDuration(report.duration_ms)}`;
  return [{ name, status: 'ok', detail }];
};
