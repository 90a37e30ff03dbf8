import { createLineCounter, type TextDocument } from '@discord-intelligence/analysis-tool';
import { type FallacyInstance, toConfidenceLevel } from '@discord-intelligence/response-models';

import type { Detection } from './detector.js';
import { startOf } from './engine/start-of.js';
import { FALLACY_GUIDE } from './fallacy-guide.js';
import { LONGEST_QUOTE } from './result-limits.js';

/** Longest cue that an explanation repeats in full. */
const LONGEST_CUE = 90;

/** What can be said when no phrase decided: a statistical model compared the passage as a whole. */
const LIKENESS = 'No single phrase decides here; taken as a whole, the passage is worded like ones that commit it';

/** Makes a function that says in full what a detection in a document is. */
export function createInstanceMaker(document: TextDocument): (detection: Detection) => FallacyInstance {
  const lineOf = createLineCounter(document);
  return ({ type, start, end, probability, cue }) => {
    const span = end - start <= LONGEST_QUOTE ? { start, end } : narrowSpan(document.text, cue ?? { start, end });
    const { severity, why } = FALLACY_GUIDE[type];
    return {
      fallacy_type: type,
      quote: document.text.slice(span.start, span.end),
      explanation: `${cue === undefined ? LIKENESS : `The wording “${foldCue(document.text.slice(cue.start, cue.end))}” points to it`}: ${why}`,
      severity,
      confidence: toConfidenceLevel(probability),
      line_number: lineOf(span.start),
      span,
    };
  };
}

/** The cue alone, when its sentence is too long to quote; cut where white space cannot end the quote. */
function narrowSpan(text: string, { start, end }: NonNullable<Detection['cue']>): { start: number; end: number } {
  if (end - start <= LONGEST_QUOTE) return { start, end };
  return { start, end: start + startOf(text.slice(start, end), LONGEST_QUOTE).trimEnd().length };
}

/** On one line, and short: the first and the last words carry a long cue. */
function foldCue(cue: string): string {
  const line = cue.replaceAll(/\s+/g, ' ');
  if (line.length <= LONGEST_CUE) return line;
  const words = line.split(' ');
  // A letter can be half of a pair: what is cut through goes as a whole.
  return `${startOf(words.slice(0, 4).join(' '), LONGEST_CUE / 2)} … ${words.slice(-4).join(' ').slice(-LONGEST_CUE / 2).replace(/^[\udc00-\udfff]/, '')}`;
}
