import * as z from 'zod';

/** How much harm a finding does to the argument it sits in. */
export const SeverityLevel = z
  .enum(['low', 'medium', 'high', 'critical'])
  .describe('How badly the flaw damages the argument: low, medium, high or critical.');
export type SeverityLevel = z.infer<typeof SeverityLevel>;

/** How sure an analysis is of a finding. */
export const ConfidenceLevel = z
  .enum(['low', 'medium', 'high', 'very_high'])
  .describe('How sure the analysis is: low (about 0.3), medium (0.6), high (0.8) or very_high (0.95).');
export type ConfidenceLevel = z.infer<typeof ConfidenceLevel>;

/** Overall worth of a text as an argument or as content. */
export const ContentQuality = z
  .enum(['excellent', 'good', 'fair', 'poor', 'very_poor'])
  .describe('Overall quality of the reasoning, from excellent to very_poor.');
export type ContentQuality = z.infer<typeof ContentQuality>;

/** The probability each confidence level stands for, 0 to 1, as the system this one replaces mapped them. */
export const CONFIDENCE_VALUES = {
  low: 0.3,
  medium: 0.6,
  high: 0.8,
  very_high: 0.95,
} as const satisfies Record<ConfidenceLevel, number>;

/**
 * The confidence level nearest to a probability; ties go to the lower level.
 *
 * @param probability - 0 to 1.
 * @throws RangeError when `probability` is not a number from 0 to 1.
 */
export function toConfidenceLevel(probability: number): ConfidenceLevel {
  if (!(probability >= 0 && probability <= 1)) {
    throw new RangeError(`probability must be from 0 to 1, got ${probability}`);
  }
  const distance = (level: ConfidenceLevel): number => Math.abs(CONFIDENCE_VALUES[level] - probability);
  return ConfidenceLevel.options.reduce((nearest, level) => (distance(level) < distance(nearest) ? level : nearest));
}

/** A share or score from 0 (none) to 1 (full). */
export function unitInterval(description: string) {
  return z.number().min(0).max(1).describe(description);
}
