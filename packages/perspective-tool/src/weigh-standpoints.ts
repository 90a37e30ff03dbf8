import type { Standpoint } from './lexicon/standpoint-lexicon.js';
import type { CueFinding, Wording } from './wording.js';

/** How strongly a text shows one standpoint. */
export interface WeighedStandpoint {
  readonly standpoint: Standpoint;
  /** What its cues in the writer's own voice come to; see `CUE_WEIGHTS`. */
  readonly score: number;
  /** What its cues in other mouths come to. */
  readonly reported: number;
  /** Whether the text speaks from it. */
  readonly isShown: boolean;
  /** Its cues in the writer's own voice, the weightiest first. */
  readonly findings: readonly CueFinding[];
  /** Share of the text's sentences that show it, 0 to 1. */
  readonly prominence: number;
}

/** Points that show a standpoint in a short text. */
const THRESHOLD = 2;
/** A long text meets more words by chance: the threshold goes up by one for so many words ... */
const WORDS_PER_EXTRA_POINT = 800;
/** ... and by no more than this. */
const MOST_EXTRA_POINTS = 3;
/** Repeats of a cue add so much of its weight for each doubling: what is said again is meant. */
const REPEAT_SHARE = 0.25;
/** A standpoint with less than this share of the leading one's points is noise beside it. */
const NOISE_SHARE = 0.2;

/** Weighs every standpoint that the wording touches, the strongest first. */
export function weighStandpoints(wording: Wording): readonly WeighedStandpoint[] {
  const { words, sentences } = wording.document;
  const threshold = THRESHOLD + Math.min(MOST_EXTRA_POINTS, Math.floor(words.length / WORDS_PER_EXTRA_POINT));
  const groups = new Map<Standpoint, CueFinding[]>();
  for (const finding of wording.findings) {
    const group = groups.get(finding.cue.standpoint);
    if (group === undefined) groups.set(finding.cue.standpoint, [finding]);
    else group.push(finding);
  }
  const weighed = [...groups].map(([standpoint, findings]) => {
    const own = findings.filter((finding) => finding.own > 0).sort((one, other) => other.cue.weight - one.cue.weight);
    const score = sum(own, (finding) => finding.cue.weight * (1 + REPEAT_SHARE * Math.log2(finding.own)));
    return {
      standpoint,
      score,
      reported: sum(findings, (finding) => (finding.reported > 0 ? finding.cue.weight : 0)),
      // Repeats make a standpoint stronger, but one word said often is not two words.
      isShown: sum(own, (finding) => finding.cue.weight) >= threshold,
      findings: own,
      prominence: (wording.sentencesOf.get(standpoint) ?? 0) / Math.max(1, sentences.length),
    };
  });
  weighed.sort((one, other) => other.score - one.score);
  const noise = (weighed[0]?.score ?? 0) * NOISE_SHARE;
  return weighed.map((entry) => (entry.score < noise ? { ...entry, isShown: false } : entry));
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
