import type { AnalysisName } from '@discord-intelligence/pipeline';

import { CliError } from '../errors.js';
import { toSafeLine } from '../terminal/safe-text.js';
import { ANALYSES } from './analyze-options.js';
import { didYouMean } from './did-you-mean.js';

/**
 * Reads the value of `--only`: names with commas between them.
 *
 * @throws CliError `usage` for a name that is not known, or none at all.
 */
export function parseOnly(value: string): AnalysisName[] {
  const names = value
    .split(/[,\s]+/)
    .map((name) => name.toLowerCase())
    .filter((name) => name !== '');
  if (names.length === 0) throw new CliError('usage', `--only needs at least one of ${ANALYSES.join(', ')}`);
  const unknown = names.find((name) => !isKnown(name));
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, ANALYSES);
    const hint = meant === undefined ? '' : ` (Did you mean ${meant}?)`;
    throw new CliError('usage', `--only knows no analysis '${toSafeLine(unknown)}'${hint}; there are ${ANALYSES.join(', ')}`);
  }
  return ANALYSES.filter((name) => names.includes(name));
}

function isKnown(name: string): name is AnalysisName {
  return (ANALYSES as readonly string[]).includes(name);
}
