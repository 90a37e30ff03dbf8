import { integer } from '../kinds/number.js';

/** Limits of the analyses. */
export const analysisVariables = {
  title: 'Analysis',
  description: 'Limits of the analyses, whichever program asks for them.',
  variables: {
    maxCharacters: integer({
      name: 'ANALYSIS_MAX_CHARACTERS',
      description: 'The longest text that is analysed; a longer one is refused.',
      unit: 'UTF-16 code units',
      min: 1,
      // The longest string of V8 has 2^29 - 24 units (String::kMaxLength, 64 bit).
      max: 500_000_000,
      default: 10_000_000,
    }),
    contextTokens: integer({
      name: 'ANALYSIS_CONTEXT_TOKENS',
      description: 'What the language model takes at once, question and answer together; longer texts are asked about in parts.',
      unit: 'tokens',
      min: 2_000,
      max: 10_000_000,
      default: 16_384,
    }),
  },
} as const;
