import { choice } from '../kinds/choice.js';
import { text } from '../kinds/text.js';

/** How any program runs. */
export const appVariables = {
  title: 'Process',
  description: 'How any of the programs runs.',
  variables: {
    environment: text({
      name: 'NODE_ENV',
      description: 'The kind of place the program runs in; a `.env` file is read in `development` only.',
      pattern: /^[\w-]{1,64}$/,
      allowed: 'one word, such as development, test or production',
      default: 'development',
      isProcessOnly: true,
    }),
    logLevel: choice({
      name: 'LOG_LEVEL',
      description: 'The least important log line that is written.',
      choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      aliases: { warning: 'warn', critical: 'fatal', off: 'silent', none: 'silent' },
      default: 'info',
    }),
  },
} as const;
