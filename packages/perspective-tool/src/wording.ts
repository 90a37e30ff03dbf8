import type { TextDocument } from '@discord-intelligence/analysis-tool';

import type { StandpointCue } from './cue.js';
import type { Camp } from './lexicon/reporting.js';
import type { SlantKind } from './lexicon/slant.js';
import type { Standpoint } from './lexicon/standpoint-lexicon.js';

/** A passage of the text, in UTF-16 code units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Index of its sentence. */
  readonly sentence: number;
}

/** A standpoint cue that the text holds, with how often and in whose mouth. */
export interface CueFinding {
  readonly cue: StandpointCue;
  /** Its first place in the writer's own voice, or else its first place. */
  first: Passage;
  /** Times in the writer's own voice. */
  own: number;
  /** Times in quotation marks or in a sentence that names another speaker. */
  reported: number;
}

/** What one pass over a text found in its wording. */
export interface Wording {
  readonly document: TextDocument;
  /** Sentences, or twenty words each where sentences run on: what densities are measured against. At least 1. */
  readonly units: number;
  /** Standpoint cues by first appearance. */
  readonly findings: readonly CueFinding[];
  /** For each standpoint, in how many sentences the writer's own voice shows it. */
  readonly sentencesOf: ReadonlyMap<Standpoint, number>;
  /** Slanting wording in the writer's own voice: how often, and the first places. */
  readonly slant: ReadonlyMap<SlantKind, SlantFinding>;
  /** Sentences that end in an exclamation mark. */
  readonly exclamations: number;
  /** Turns to another side. */
  readonly contrasts: number;
  /** Sentences or clauses that name the speaker of what they say. */
  readonly attributions: number;
  /** Sentences with an attribution or a figure. */
  readonly sourcedSentences: number;
  /** First of the sentences that name a speaker; -1 when there is none. */
  readonly firstAttribution: number;
  /** Different speakers, at most `MOST_SOURCES`. */
  readonly sources: number;
  /** How often each camp is given a voice. */
  readonly camps: Readonly<Record<Camp, number>>;
  /** Words of public affairs. */
  readonly publicAffairs: number;
}

/** Slanting wording of one kind. */
export interface SlantFinding {
  count: number;
  readonly examples: Passage[];
}

/** More speakers than this say no more about balance. */
export const MOST_SOURCES = 32;
