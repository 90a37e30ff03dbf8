import { integer } from '../kinds/number.js';
import { secretList } from '../kinds/secret-text.js';
import { text } from '../kinds/text.js';

/** The HTTP server. */
export const apiVariables = {
  title: 'HTTP API',
  description: 'The server of `apps/api`.',
  variables: {
    host: text({
      name: 'API_HOST',
      description: 'The address the server listens on; the default can be reached from this machine only.',
      pattern: /^[\w.:%-]{1,253}$/,
      allowed: 'an IP address or host name, without port',
      default: '127.0.0.1',
    }),
    port: integer({
      name: 'API_PORT',
      description: 'The port the server listens on; 0 takes any free one.',
      min: 0,
      max: 65_535,
      default: 8080,
    }),
    bodyLimitBytes: integer({
      name: 'API_BODY_LIMIT_BYTES',
      description: 'The largest request body that is read.',
      unit: 'bytes',
      min: 1024,
      max: 1024 ** 3,
      default: 10 * 1024 ** 2,
    }),
    keys: secretList({
      name: 'API_KEYS',
      description: 'Keys that callers must send; needed as soon as the server listens beyond this machine.',
      minLength: 16,
      maxItems: 100,
      default: [],
    }),
  },
} as const;
