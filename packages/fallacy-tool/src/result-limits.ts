/** Most fallacies that a result lists. */
export const MOST_FALLACIES = 50;

/** Longest quote and explanation that the model of a fallacy takes, in UTF-16 code units. */
export const LONGEST_QUOTE = 1_000;
export const LONGEST_EXPLANATION = 2_000;

/** More fallacies than this hold the credibility down ... */
const MANY_FALLACIES = 10;
/** ... to this at most, as the model of a result asks for. */
const CREDIBILITY_OF_MANY = 0.5;

/** The credibility score that so many fallacies allow. */
export function allowedCredibility(score: number, fallacies: number): number {
  return fallacies > MANY_FALLACIES ? Math.min(score, CREDIBILITY_OF_MANY) : score;
}
