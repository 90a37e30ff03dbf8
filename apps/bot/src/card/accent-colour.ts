import type { FallacyAnalysisResult, SeverityLevel } from '@discord-intelligence/response-models';

import { worstSeverity } from './severity.js';

/** Discord's own palette, so that the stripe is seen in the light and the dark theme. */
const COLOURS = {
  good: 0x57f287,
  unclear: 0x99aab5,
  low: 0xfee75c,
  medium: 0xe67e22,
  high: 0xed4245,
  critical: 0x992d22,
} as const satisfies Record<SeverityLevel | 'good' | 'unclear', number>;

/** At least this credible, a text without findings gets green. */
const CREDIBLE = 0.7;

/** The colour of the card's stripe as 0xRRGGBB: the worst finding, or else how far the reasoning can be trusted. */
export function accentColour(analysis: FallacyAnalysisResult | null | undefined): number {
  if (!analysis) return COLOURS.unclear;
  const worst = worstSeverity(analysis.fallacies);
  if (worst !== undefined) return COLOURS[worst];
  return analysis.credibility_score >= CREDIBLE ? COLOURS.good : COLOURS.unclear;
}
