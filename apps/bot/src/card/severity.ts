import { ConfidenceLevel, type FallacyInstance, SeverityLevel } from '@discord-intelligence/response-models';

/** Findings in the order in which people should see them: the worst and surest first, else as they stand in the text. */
export function byWeight(fallacies: readonly FallacyInstance[]): FallacyInstance[] {
  return fallacies.toSorted((one, other) => severityRank(other) - severityRank(one) || confidenceRank(other) - confidenceRank(one));
}

/** The worst severity among findings; undefined when there are none. */
export function worstSeverity(fallacies: readonly FallacyInstance[]): SeverityLevel | undefined {
  return byWeight(fallacies)[0]?.severity;
}

function severityRank({ severity }: FallacyInstance): number {
  return SeverityLevel.options.indexOf(severity);
}

function confidenceRank({ confidence }: FallacyInstance): number {
  return ConfidenceLevel.options.indexOf(confidence);
}
