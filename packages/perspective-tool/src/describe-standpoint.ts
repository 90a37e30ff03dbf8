import { CONFIDENCE_VALUES, type ConfidenceLevel, type PerspectiveInstance, toConfidenceLevel } from '@discord-intelligence/response-models';

import type { Frame } from './lexicon/standpoint-lexicon.js';
import { joinList, quoteList, quoteSentence, wordsOf } from './quote.js';
import type { WeighedStandpoint } from './weigh-standpoints.js';
import type { CueFinding, Wording } from './wording.js';

/** Frames named in the evidence, the weightiest ones. */
const MOST_FRAMES = 3;
/** Cues quoted for each frame. */
const MOST_QUOTED = 4;
/** Points of score that make a finding 63 % sure. */
const SURENESS_SCALE = 3;

/** Turns a weighed standpoint into a finding with its evidence. */
export function describeStandpoint(wording: Wording, weighed: WeighedStandpoint, isEnglish: boolean): PerspectiveInstance {
  const { standpoint, score, findings, prominence } = weighed;
  const best = findings[0]!;
  const frames = framesOf(findings)
    .slice(0, MOST_FRAMES)
    .map(([frame, cues]) => `${frame.shows} (${quoteList(distinctWords(wording, cues).slice(0, MOST_QUOTED))})`);
  return {
    perspective_type: standpoint,
    evidence: `The text ${joinList(frames)}: ${quoteSentence(wording, best.first)}`,
    confidence: confidenceOf(wording, score, isEnglish),
    prominence: round(prominence),
    bias_indicators: biasIndicators(wording, findings),
  };
}

/** The frames of a standpoint that a text uses, the weightiest first, with their cues. */
export function framesOf(findings: readonly CueFinding[]): readonly (readonly [Frame, readonly CueFinding[]])[] {
  const frames = new Map<Frame, CueFinding[]>();
  for (const finding of findings) {
    const cues = frames.get(finding.cue.frame);
    if (cues === undefined) frames.set(finding.cue.frame, [finding]);
    else cues.push(finding);
  }
  return [...frames];
}

/** The exact words of cues in the text, each spelling once. */
export function distinctWords(wording: Wording, findings: readonly CueFinding[]): string[] {
  const words = new Map<string, string>();
  for (const { first } of findings) {
    const exact = wordsOf(wording, first);
    const lower = exact.toLowerCase();
    if (!words.has(lower)) words.set(lower, exact);
  }
  return [...words.values()];
}

/** Two decimals are as much as these measures can tell. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** How sure a standpoint is. Few words cannot make it very sure, whatever they are. */
function confidenceOf({ document }: Wording, score: number, isEnglish: boolean): ConfidenceLevel {
  if (!isEnglish) return 'low';
  const words = document.words.length;
  const cap = words < 15 ? 'low' : words < 40 ? 'medium' : words < 120 ? 'high' : 'very_high';
  return toConfidenceLevel(Math.min(CONFIDENCE_VALUES[cap], 1 - Math.exp(-score / SURENESS_SCALE)));
}

/** Labels first, then slogans; words of many uses show no bias. */
function biasIndicators(wording: Wording, findings: readonly CueFinding[]): string[] {
  const isLabel = ({ cue }: CueFinding): boolean => cue.frame.against !== undefined;
  const slanted = [...findings.filter(isLabel), ...findings.filter((finding) => !isLabel(finding) && finding.cue.weight >= 1)];
  return distinctWords(wording, slanted).slice(0, 10);
}
