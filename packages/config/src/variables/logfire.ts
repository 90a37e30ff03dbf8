import { choice } from '../kinds/choice.js';
import { flag } from '../kinds/flag.js';
import { decimal } from '../kinds/number.js';
import { secret } from '../kinds/secret-text.js';
import { text } from '../kinds/text.js';
import { url } from '../kinds/url.js';
import { LABEL } from './label.js';

/** Traces, metrics and logs to Logfire. */
export const logfireVariables = {
  title: 'Observability',
  description: 'Traces, metrics and logs, to Logfire or to any OpenTelemetry collector.',
  variables: {
    enabled: flag({
      name: 'ENABLE_LOGFIRE',
      description: 'Whether traces, metrics and logs are made at all.',
      default: false,
    }),
    token: secret({
      name: 'LOGFIRE_TOKEN',
      description: 'The write token of the Logfire project.',
    }),
    projectName: text({
      name: 'LOGFIRE_PROJECT_NAME',
      description: 'The name of this service in Logfire, unless `OTEL_SERVICE_NAME` gives one.',
      ...LABEL,
      default: 'discord-intelligence-bot',
    }),
    serviceVersion: text({
      name: 'LOGFIRE_SERVICE_VERSION',
      description: 'The version of the service that traces carry.',
      ...LABEL,
      example: '1.0.0',
    }),
    environment: text({
      name: 'LOGFIRE_ENVIRONMENT',
      description: 'The deployment environment that traces carry.',
      ...LABEL,
      fallsBackTo: 'NODE_ENV',
      example: 'production',
    }),
    sendToLogfire: flag({
      name: 'LOGFIRE_SEND_TO_LOGFIRE',
      description: 'Whether anything is sent to Logfire; an OpenTelemetry endpoint is served either way.',
      default: true,
    }),
    baseUrl: url({
      name: 'LOGFIRE_BASE_URL',
      description: 'Where Logfire is reached, when it is not the region that the token names.',
      example: 'https://logfire-eu.pydantic.dev',
    }),
    console: flag({
      name: 'LOGFIRE_CONSOLE',
      description: 'Whether finished spans are also written to the standard error stream.',
      default: false,
    }),
    traceSampleRate: decimal({
      name: 'LOGFIRE_TRACE_SAMPLE_RATE',
      description: 'The share of traces that is kept.',
      min: 0,
      max: 1,
      default: 1,
    }),
    captureContent: choice({
      name: 'LOGFIRE_CAPTURE_CONTENT',
      description:
        'How much of prompts and answers a trace holds: nothing, sizes and keyed hashes, or the full text.',
      choices: ['none', 'metadata', 'full'],
      fallsBackTo: 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT',
      default: 'none',
    }),
  },
} as const;
