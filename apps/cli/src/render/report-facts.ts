import type { AnalysisOutcome, AnalysisReport } from '@discord-intelligence/pipeline';

import { count, describeLanguage } from './words.js';

/** How the results were reached, in a word: `patterns`, or the names of the models; both when analyses differ. */
export function methodBadge({ outcomes }: AnalysisReport): string {
  return [...new Set(Object.values(outcomes).flatMap(methodOf))].join(' + ');
}

/** What was read: "248 words, 21 sentences, English". */
export function describeText({ text }: AnalysisReport): string {
  return [count(text.words, 'word'), count(text.sentences, 'sentence'), describeLanguage(text.language)].join(', ');
}

/** Every limitation once, in the order of the analyses. */
export function limitationsOf({ outcomes }: AnalysisReport): string[] {
  return [...new Set(Object.values(outcomes).flatMap(({ limitations }) => limitations))];
}

/** What was said about the calls of models, in US dollars. */
export function costOf({ outcomes, overview }: AnalysisReport): number {
  return [...Object.values(outcomes), ...(overview ? [overview] : [])].reduce((sum, { cost_usd }) => sum + cost_usd, 0);
}

/** What to say of a text in which nothing was found: it is no certificate. */
export const NO_FALLACY_FOUND =
  'None was found. That does not prove the reasoning sound: only what is known to the method can be seen.';

function methodOf({ analysis_method, model }: AnalysisOutcome): string[] {
  if (analysis_method === null) return [];
  return [analysis_method === 'pattern_matching' ? 'patterns' : (model ?? 'model')];
}
