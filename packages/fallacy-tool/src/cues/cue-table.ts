import type { FallacyType } from '@discord-intelligence/response-models';

/**
 * The cue patterns of one fallacy, by how often a match is the fallacy: `strong`
 * ones nearly always, `fair` ones more often than not, `weak` ones only beside another.
 */
export interface CueSet {
  readonly strong?: readonly string[];
  readonly fair?: readonly string[];
  readonly weak?: readonly string[];
  /** A sentence that holds one of these does not commit this fallacy. */
  readonly unless?: readonly string[];
}

/** Cue patterns by the fallacy they show. */
export type CueTable = Readonly<Partial<Record<FallacyType, CueSet>>>;
