import type { Sentence, Word } from '@discord-intelligence/analysis-tool';

import type { Cue } from './cue.js';

/** Speakers who are the writer or the reader, and words that take away a verb's third person. */
const NOT_A_SOURCE = new Set(
  "i we you i've we've i'd we'd i'll we'll you'd me to must would should could can may might will let's don't didn't doesn't do did not never cannot can't won't just also always even often rather still please and or so then now if when".split(' '),
);

/** Articles and the like, which are no name of a source. */
const NO_NAME = new Set('the a an that he she it they who which this these those his her their its has have had been was were is are by in on at of'.split(' '));

/** Whether a cue hands the clause to another speaker. */
export function isAttribution(kind: Cue['kind'], words: readonly Word[], first: number, sentenceStart: number): boolean {
  if (kind === 'source-opening') return true;
  // "I said" is the writer, and so is "as I have always said".
  if (kind === 'attribution') return !hasWriterBefore(words, first, sentenceStart);
  // "Say no to war" is an order; "people say" is a report.
  return kind === 'attribution-base-form' && first > sentenceStart && !NOT_A_SOURCE.has(words[first - 1]!.lower);
}

/** A word that stands for the speaker, so that different speakers can be counted. */
export function sourceOf(kind: Cue['kind'], words: readonly Word[], first: number, end: number, sentence: Sentence): string | undefined {
  const forwards = kind === 'source-opening';
  const step = forwards ? 1 : -1;
  let at = forwards ? end : first - 1;
  for (let looked = 0; looked < 3 && at >= sentence.firstWord && at < sentence.endWord; looked += 1, at += step) {
    const { lower } = words[at]!;
    if (!NO_NAME.has(lower)) return lower;
  }
  return undefined;
}

const WRITER = new Set(["i", 'we', "i've", "we've", "i'd", "we'd"]);

function hasWriterBefore(words: readonly Word[], first: number, sentenceStart: number): boolean {
  for (let at = first - 1; at >= sentenceStart && at >= first - 3; at -= 1) {
    if (WRITER.has(words[at]!.lower)) return true;
  }
  return false;
}

const NEGATORS = new Set(
  "no not isn't aren't wasn't weren't don't doesn't didn't never neither nor without anti oppose opposes opposed opposing reject rejects rejected rejecting disbelieve myth".split(' '),
);
/** What may stand between a negation and the words it takes back. */
const BETWEEN = new Set('a an the any such really actually truly believe believes in of buy support supports trust need want real some that this your their so called kind thing as'.split(' '));
const FARTHEST_NEGATION = 5;

/** Whether the writer takes a phrase back: "I don't believe in …", "there is no such thing as …". */
export function isNegated(words: readonly Word[], first: number, sentenceStart: number): boolean {
  for (let at = first - 1; at >= sentenceStart && at >= first - FARTHEST_NEGATION; at -= 1) {
    const { lower } = words[at]!;
    if (NEGATORS.has(lower)) return true;
    if (!BETWEEN.has(lower)) return false;
  }
  return false;
}
