import type { AnalysisOutcome, AnalysisReport } from '@discord-intelligence/pipeline';

import { count } from '../text/count.js';
import { languageName } from '../text/language-name.js';

/** How a report came about, in short facts: the method, the time, the length, the language. */
export function provenance({ outcomes, duration_ms, text }: AnalysisReport): string[] {
  return [methodOf(Object.values(outcomes)), formatDuration(duration_ms), count(text.words, 'word'), ...languageName(text.language)];
}

/** Every limitation that an analysis named, once each. */
export function limitationsOf({ outcomes }: AnalysisReport): string[] {
  return [...new Set(Object.values(outcomes).flatMap(({ limitations }) => limitations))];
}

/** The honest badge: `patterns`, the models' names, or both. */
function methodOf(outcomes: readonly AnalysisOutcome[]): string {
  const methods = outcomes.flatMap(({ analysis_method, model }) => {
    if (analysis_method === null) return [];
    return analysis_method === 'pattern_matching' ? ['patterns'] : [`model ${model ?? 'unnamed'}`];
  });
  return methods.length === 0 ? 'no method' : [...new Set(methods)].join(' + ');
}

function formatDuration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.ceil(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
