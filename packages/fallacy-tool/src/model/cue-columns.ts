import type { FallacyType } from '@discord-intelligence/response-models';

import type { SentenceEvidence } from '../engine/sentence-evidence.js';

/** How surely the cues of a passage point to each fallacy, 0 to 1, beside one number for any. */
export type CueStrengths = ReadonlyMap<FallacyType | 'any', number>;

/** What the cues of the sentences from `first` up to `end`, exclusive, come to: of each fallacy the surest sentence. */
export function cueStrengths(sentences: readonly { readonly evidence: readonly SentenceEvidence[] }[], first: number, end: number): CueStrengths {
  const strengths = new Map<FallacyType | 'any', number>();
  const raise = (name: FallacyType | 'any', probability: number): void => {
    if (probability > (strengths.get(name) ?? 0)) strengths.set(name, probability);
  };
  for (let index = first; index < end; index += 1) {
    for (const { type, probability } of sentences[index]!.evidence) {
      raise(type, probability);
      raise('any', probability);
    }
  }
  return strengths;
}
