import { flag } from '../kinds/flag.js';
import { integer, seconds } from '../kinds/number.js';

/** Validated answers of language models. */
export const instructorVariables = {
  title: 'Structured outputs',
  description: 'Answers of language models that are validated and asked for again when they are wrong.',
  variables: {
    enabled: flag({
      name: 'ENABLE_INSTRUCTOR',
      description: 'Whether the analyses ask a model through structured outputs when a key is set.',
      default: true,
    }),
    maxRetries: integer({
      name: 'INSTRUCTOR_MAX_RETRIES',
      description: 'Extra attempts after an answer that fails validation.',
      min: 0,
      max: 10,
      default: 3,
    }),
    timeoutMs: seconds({
      name: 'INSTRUCTOR_TIMEOUT',
      description: 'How long one attempt may take.',
      maxSeconds: 300,
      default: 30_000,
    }),
  },
} as const;
