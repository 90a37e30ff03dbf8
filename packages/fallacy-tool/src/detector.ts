import type { TextDocument } from '@discord-intelligence/analysis-tool';
import type { FallacyType } from '@discord-intelligence/response-models';

/** A passage that seems to commit a fallacy. Offsets are UTF-16 code units of the text. */
export interface Detection {
  readonly type: FallacyType;
  /** Start of the sentence or sentences that commit it. */
  readonly start: number;
  /** Their end, exclusive. */
  readonly end: number;
  /** Probability that it does, 0 to 1. */
  readonly probability: number;
  /** The words that gave it away; undefined when it was the whole passage rather than any of its phrases. */
  readonly cue?: { readonly start: number; readonly end: number } | undefined;
}

/** Finds fallacies in a document, in the order of the text. The offline path of the tool runs on one of these. */
export interface FallacyDetector {
  detect(document: TextDocument): Detection[];
}
