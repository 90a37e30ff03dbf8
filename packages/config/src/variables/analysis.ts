import { decimal, integer } from '../kinds/number.js';

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
    fallacyGate: decimal({
      name: 'ANALYSIS_FALLACY_GATE',
      description: 'How suspicious the offline path must find a text before a language model is asked about its fallacies, and pointed to what was found; unset, it is asked about every text, and pointed to nothing.',
      min: 0,
      max: 1,
      example: '0.3',
    }),
  },
} as const;
