import type { Sentence, TextDocument } from '@discord-intelligence/analysis-tool';
import type { FallacyType } from '@discord-intelligence/response-models';

import type { Cue } from '../cues/compile-cues.js';
import type { CueMatcher } from './cue-matcher.js';
import { isMentioned } from './quotation.js';

/** What speaks for one fallacy in one sentence. */
export interface SentenceEvidence {
  readonly type: FallacyType;
  /** Probability that the sentence commits the fallacy, 0 to 1, by the weights of its cues. */
  readonly probability: number;
  /** Words of the heaviest cue: indices into the document's words, the end exclusive. */
  readonly firstWord: number;
  readonly endWord: number;
}

/**
 * Weighs the cues of a sentence by fallacy. Cues of the same fallacy add up as
 * independent ones would: it is absent only if each of them is mistaken (noisy or).
 */
export function weighSentence(matcher: CueMatcher<Cue>, document: TextDocument, sentence: Sentence): SentenceEvidence[] {
  const hits = matcher(document, sentence);
  const excused = new Set(hits.flatMap(({ cue }) => (cue.kind === 'excuse' ? [cue.type] : [])));
  if (excused.has('all')) return [];

  const byType = new Map<FallacyType, SentenceEvidence & { weight: number }>();
  for (const { cue, firstWord, endWord } of hits) {
    if (cue.kind === 'excuse' || excused.has(cue.type) || isMentioned(document, sentence, firstWord, endWord)) continue;
    const { type, weight } = cue;
    const known = byType.get(type);
    const heaviest = known !== undefined && known.weight >= weight ? known : { firstWord, endWord, weight };
    byType.set(type, {
      type,
      probability: 1 - (1 - (known?.probability ?? 0)) * (1 - weight),
      firstWord: heaviest.firstWord,
      endWord: heaviest.endWord,
      weight: heaviest.weight,
    });
  }
  return [...byType.values()];
}
