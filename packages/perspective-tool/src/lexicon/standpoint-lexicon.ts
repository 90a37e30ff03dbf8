import type { PerspectiveType } from '@discord-intelligence/response-models';

/** A standpoint that wording can show: all types but `neutral`, which is shown by what is not there. */
export type Standpoint = Exclude<PerspectiveType, 'neutral'>;

/** One way in which a standpoint shows in its words. */
export interface Frame {
  /** What the wording does, to follow "the text": "treats taxes as a burden". */
  readonly shows: string;
  /**
   * The standpoint that these words are used against. Such labels are name-calling:
   * they show their user's standpoint, and they slant the text.
   */
  readonly against?: Standpoint;
  /** Phrases hardly heard from anybody else: one shows the standpoint. Patterns of `createPhraseIndex`. */
  readonly unmistakable?: readonly string[];
  /** Phrases that others use at times: it takes two different ones. Patterns of `createPhraseIndex`. */
  readonly telling?: readonly string[];
  /** Words of many uses: they add weight to a standpoint that others show, and show none themselves. Patterns of `createPhraseIndex`. */
  readonly hints?: readonly string[];
}

/** The words of one standpoint. */
export interface StandpointLexicon {
  readonly standpoint: Standpoint;
  readonly frames: readonly Frame[];
}
