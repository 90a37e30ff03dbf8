import { FALLACY_TYPES, type FallacyType } from '@discord-intelligence/response-models';

import { createPatternParser, type CuePattern, type PatternParser } from '../engine/cue-pattern.js';
import { CAUSAL_CUES } from './causal-cues.js';
import { CREDIBILITY_CUES } from './credibility-cues.js';
import type { CueSet, CueTable } from './cue-table.js';
import { EMOTION_CUES } from './emotion-cues.js';
import { GENERAL_EXCUSES } from './general-excuses.js';
import { LOGIC_CUES } from './logic-cues.js';
import { WORD_CLASSES } from './word-classes.js';

/** A pattern that speaks for a fallacy in the sentence that holds it. */
export interface EvidenceCue {
  readonly kind: 'evidence';
  readonly type: FallacyType;
  readonly pattern: CuePattern;
  /** How likely a sentence with this cue alone commits the fallacy, 0 to 1. */
  readonly weight: number;
}

/** A pattern that clears its sentence of one fallacy, or of all. */
export interface ExcuseCue {
  readonly kind: 'excuse';
  readonly type: FallacyType | 'all';
  readonly pattern: CuePattern;
}

/** Any pattern of the detector. */
export type Cue = EvidenceCue | ExcuseCue;

const WEIGHTS = { strong: 0.85, fair: 0.6, weak: 0.35 } as const satisfies Partial<Record<keyof CueSet, number>>;

const TABLES: readonly CueTable[] = [CREDIBILITY_CUES, EMOTION_CUES, CAUSAL_CUES, LOGIC_CUES];

/** Reads every cue pattern. Takes some milliseconds, so a detector does it once, when it is first used. */
export function compileCues(): Cue[] {
  const parse = createPatternParser(WORD_CLASSES);
  const excuses = GENERAL_EXCUSES.map((notation): Cue => ({ kind: 'excuse', type: 'all', pattern: parse(notation) }));
  return [...TABLES.flatMap((table) => compileTable(table, parse)), ...excuses];
}

function compileTable(table: CueTable, parse: PatternParser): Cue[] {
  return FALLACY_TYPES.flatMap((type) => {
    const { strong = [], fair = [], weak = [], unless = [] } = table[type] ?? {};
    const evidence = (notations: readonly string[], weight: number): Cue[] =>
      notations.map((notation) => ({ kind: 'evidence', type, pattern: parse(notation), weight }));
    return [
      ...evidence(strong, WEIGHTS.strong),
      ...evidence(fair, WEIGHTS.fair),
      ...evidence(weak, WEIGHTS.weak),
      ...unless.map((notation): Cue => ({ kind: 'excuse', type, pattern: parse(notation) })),
    ];
  });
}
