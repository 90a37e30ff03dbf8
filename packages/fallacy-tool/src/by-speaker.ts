import { createTextDocument, type TextDocument } from '@discord-intelligence/analysis-tool';

import type { Detection, FallacyDetector } from './detector.js';
import { findSpeakerTurns, type SpeakerTurn } from './engine/speaker-turns.js';

/** A detection, and whose words they are where the text names its speakers. */
export type SpokenDetection = Detection & { readonly speaker?: string | undefined };

/** Detects fallacies turn by turn in a transcript, so that none joins the words of two speakers; in any other text as a whole. */
export function detectBySpeaker(detector: FallacyDetector, document: TextDocument): SpokenDetection[] {
  const turns = findSpeakerTurns(document.text);
  if (turns.length === 0) return detector.detect(document);
  return turns.flatMap(({ words, start, speaker }) =>
    detector.detect(createTextDocument(words)).map((found) => ({
      ...found,
      start: found.start + start,
      end: found.end + start,
      cue: found.cue && { start: found.cue.start + start, end: found.cue.end + start },
      speaker,
    })),
  );
}

/** Says in an explanation whose words they are, unless it does already. */
export function withSpeaker(explanation: string, speaker: string | undefined): string {
  return speaker === undefined || isNamed(speaker, explanation) ? explanation : `Said by ${speaker}. ${explanation}`;
}

/** Whether a text names somebody: “Ann” is not named by “Annual”, nor “A” by every “a” that begins a sentence. */
function isNamed(name: string, text: string): boolean {
  if (name.length === 1) return false;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isLetter(text.charAt(at - 1)) && !isLetter(text.charAt(at + name.length))) return true;
  }
  return false;
}

function isLetter(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}

/** The part of a passage that one speaker says: the longest, where it reaches into several turns. The turns are in order. */
export function clipToTurn(passage: { readonly start: number; readonly end: number }, turns: readonly SpeakerTurn[]): { readonly start: number; readonly end: number; readonly speaker?: string | undefined } {
  let best: { start: number; end: number; speaker: string | undefined } | undefined;
  for (const turn of turns) {
    if (turn.start >= passage.end) break;
    const start = Math.max(passage.start, turn.start);
    const end = Math.min(passage.end, turn.end);
    if (end > start && (best === undefined || end - start > best.end - best.start)) best = { start, end, speaker: turn.speaker };
  }
  return best ?? passage;
}
