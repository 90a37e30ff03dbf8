import type { Material, Prompt, TextInput } from '@discord-intelligence/analysis-tool';
import { createTextDocument } from '@discord-intelligence/analysis-tool';

import { detectBySpeaker } from '../by-speaker.js';
import type { FallacyDetector } from '../detector.js';
import { startOf } from '../engine/start-of.js';

import { FALLACY_PROMPT } from './prompt.js';

/** What the model is asked to do when it is given hints. A test holds each version to its text. */
export const HYBRID_PROMPT: Prompt = {
  name: FALLACY_PROMPT.name,
  version: `${FALLACY_PROMPT.version}+hints.1`,
  text: `${FALLACY_PROMPT.text}

Before the text there may be hints: passages of it, each with the fallacy that a pattern matcher takes it for. The matcher knows wordings, not arguments, and is wrong about as often as it is right. Judge each of these passages for yourself by the rules above, report it only if you agree, under the type that you find right, and then look for what the matcher has missed. Hints are no reason to find anything: an empty list is still a good answer.`,
};

/** Longest passage that a hint repeats, in UTF-16 code units. */
const LONGEST_HINT = 300;

/** Makes a function that writes down the likeliest findings of a detector, for a language model to look at. */
export function createHints(detector: FallacyDetector, most: number): (input: TextInput) => readonly Material[] {
  return (input) => {
    const document = typeof input === 'string' ? createTextDocument(input) : input;
    const likeliest = detectBySpeaker(detector, document).sort((one, other) => other.probability - one.probability).slice(0, most);
    if (likeliest.length === 0) return [];
    const lines = likeliest
      .sort((one, other) => one.start - other.start)
      .map(({ type, start, end }) => `- ${type}: ${startOf(document.text.slice(start, end).replaceAll(/\s+/g, ' '), LONGEST_HINT)}`);
    return [{ label: 'Hints of a pattern matcher', text: lines.join('\n') }];
  };
}
