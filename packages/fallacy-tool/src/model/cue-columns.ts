import type { FallacyType } from '@discord-intelligence/response-models';

import type { SentenceEvidence } from '../engine/sentence-evidence.js';

/** How surely the cues of a passage point to each fallacy, 0 to 1, beside one number for any. */
export type CueStrengths = ReadonlyMap<FallacyType | 'any', number>;

/** What the cues of some sentences come to: of each fallacy the surest sentence. */
export function cueStrengths(evidence: readonly (readonly SentenceEvidence[])[]): CueStrengths {
  const strengths = new Map<FallacyType | 'any', number>();
  const raise = (name: FallacyType | 'any', probability: number): void => {
    if (probability > (strengths.get(name) ?? 0)) strengths.set(name, probability);
  };
  for (const found of evidence) {
    for (const { type, probability } of found) {
      raise(type, probability);
      raise('any', probability);
    }
  }
  return strengths;
}
