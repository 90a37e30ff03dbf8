import type { PerspectiveInstance } from '@discord-intelligence/response-models';

import { round } from './describe-standpoint.js';
import { quoteSentence } from './quote.js';
import type { Wording } from './wording.js';

/** Fewer words show no manner of reporting. */
const FEWEST_WORDS = 20;
const FEWEST_SOURCED_SENTENCES = 2;
const MOST_BIAS = 0.3;

/**
 * The neutral standpoint of a report: a text about public affairs whose sentences
 * name their speakers and whose wording does not slant. Undefined when the text
 * does not show that, which is not to say that it takes sides.
 */
export function describeNeutrality(wording: Wording, bias: number, isEnglish: boolean): PerspectiveInstance | undefined {
  const { document, attributions, firstAttribution, publicAffairs, sourcedSentences } = wording;
  const { sentences, words } = document;
  if (!isEnglish || words.length < FEWEST_WORDS || bias > MOST_BIAS || publicAffairs === 0) return undefined;
  if (attributions === 0 || sourcedSentences < FEWEST_SOURCED_SENTENCES) return undefined;
  const { start, end } = sentences[firstAttribution]!;
  const quote = quoteSentence(wording, { start, end: Math.min(end, start + 1), sentence: firstAttribution });
  return {
    perspective_type: 'neutral',
    evidence: `The text reports: ${sourcedSentences} of ${sentences.length} sentences name a speaker or give a figure, and no standpoint's own words stand out: ${quote}`,
    confidence: words.length < 60 ? 'low' : 'medium',
    prominence: round(Math.min(1, sourcedSentences / sentences.length)),
    bias_indicators: [],
  };
}
