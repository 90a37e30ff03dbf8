import { type ContentQuality, type FallacyAnalysisResult, type FallacyInstance, fallacyLabel, type SeverityLevel } from '@discord-intelligence/response-models';

import type { Detection } from './detector.js';
import { FALLACY_GUIDE } from './fallacy-guide.js';
import { allowedCredibility, MOST_FALLACIES } from './result-limits.js';

/** Patterns cannot vouch for an argument, only fail to find fault with it. */
const HIGHEST_CREDIBILITY = 0.85;

const DAMAGE: Readonly<Record<SeverityLevel, number>> = { low: 0.3, medium: 0.6, high: 1, critical: 1.5 };
/** A short text is judged as if it had this many sentences, so that one slip does not sink it. */
const FEWEST_SENTENCES = 3;
/** At a damage of 0.4 a sentence the score has fallen to 0.37 of its highest. */
const DECAY = 2.5;

/** Finds the likeliest fallacies to list, in the order of the text. */
export function selectDetections<Found extends Detection>(detections: readonly Found[]): readonly Found[] {
  if (detections.length <= MOST_FALLACIES) return detections;
  const likeliest = [...detections].sort((one, other) => other.probability - one.probability).slice(0, MOST_FALLACIES);
  return likeliest.sort((one, other) => one.start - other.start);
}

/**
 * How far the reasoning can be trusted, 0 to 0.85: falls exponentially with the
 * damage a sentence, which is the sum of severity times probability over sentences.
 */
export function scoreCredibility(detections: readonly Detection[], sentences: number): number {
  const damage = detections.reduce((sum, { type, probability }) => sum + DAMAGE[FALLACY_GUIDE[type].severity] * probability, 0);
  const score = HIGHEST_CREDIBILITY * Math.exp((-DECAY * damage) / Math.max(sentences, FEWEST_SENTENCES));
  return round(allowedCredibility(score, detections.length));
}

/** What the findings come to as a whole. */
export function assess(
  fallacies: readonly FallacyInstance[],
  found: number,
  sentences: number,
  credibility: number,
): Omit<FallacyAnalysisResult, 'fallacies'> {
  const worstFirst = [...fallacies].sort((one, other) => DAMAGE[other.severity] - DAMAGE[one.severity]);
  return {
    overall_quality: qualityOf(credibility),
    credibility_score: credibility,
    summary: summarize(fallacies, found, sentences),
    recommendations: [...new Set(worstFirst.map(({ fallacy_type }) => FALLACY_GUIDE[fallacy_type].mend))].slice(0, 10),
    key_issues: [...new Set(worstFirst.map(({ fallacy_type }) => fallacyLabel(fallacy_type)))].slice(0, 5),
  };
}

/** Never `excellent`: that takes a reader who understands the argument. */
function qualityOf(credibility: number): ContentQuality {
  if (credibility >= 0.75) return 'good';
  if (credibility >= 0.55) return 'fair';
  return credibility >= 0.3 ? 'poor' : 'very_poor';
}

function summarize(fallacies: readonly FallacyInstance[], found: number, sentences: number): string {
  const extent = sentences === 1 ? 'one sentence' : `${sentences} sentences`;
  if (found === 0) {
    return `No wording that usually makes a fallacy was found in ${extent}. That is no proof of sound reasoning: patterns see words, not arguments.`;
  }
  const names = [...new Set(fallacies.map(({ fallacy_type }) => fallacyLabel(fallacy_type).toLowerCase()))];
  const listed = names.length > 6 ? `${names.slice(0, 6).join(', ')} and others` : names.join(', ');
  const left = found > fallacies.length ? ` The ${fallacies.length} likeliest are listed.` : '';
  return `${found === 1 ? 'One passage' : `${found} passages`} in ${extent} ${found === 1 ? 'reads' : 'read'} like a fallacy: ${listed}.${left} Patterns see words, not arguments, so each deserves a second look.`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
