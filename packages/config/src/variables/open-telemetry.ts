import { choice } from '../kinds/choice.js';
import { integer } from '../kinds/number.js';
import { secretPairs } from '../kinds/secret-text.js';
import { text } from '../kinds/text.js';
import { url } from '../kinds/url.js';
import { LABEL } from './label.js';

/** Standard variables of OpenTelemetry, with the meaning the standard gives them. */
export const openTelemetryVariables = {
  title: 'OpenTelemetry',
  description: 'The standard names, with the meaning the OpenTelemetry specification gives them.',
  variables: {
    serviceName: text({
      name: 'OTEL_SERVICE_NAME',
      description: 'The name of this service in traces, before `LOGFIRE_PROJECT_NAME`.',
      ...LABEL,
      example: 'discord-intelligence',
    }),
    endpoint: url({
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      description: 'A collector that takes OTLP over HTTP; `/v1/traces` and the like are added to it.',
      example: 'http://localhost:4318',
    }),
    tracesEndpoint: url({
      name: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
      description: 'The full URL for traces, instead of the common endpoint.',
      example: 'http://localhost:4318/v1/traces',
    }),
    metricsEndpoint: url({
      name: 'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
      description: 'The full URL for metrics, instead of the common endpoint.',
      example: 'http://localhost:4318/v1/metrics',
    }),
    logsEndpoint: url({
      name: 'OTEL_EXPORTER_OTLP_LOGS_ENDPOINT',
      description: 'The full URL for logs, instead of the common endpoint.',
      example: 'http://localhost:4318/v1/logs',
    }),
    headers: secretPairs({
      name: 'OTEL_EXPORTER_OTLP_HEADERS',
      description: 'Headers for the collector, such as its key.',
    }),
    timeoutMs: integer({
      name: 'OTEL_EXPORTER_OTLP_TIMEOUT',
      description: 'How long one export may take.',
      unit: 'milliseconds',
      min: 1,
      max: 300_000,
      // A late trace is worth less than a quick exit; the standard would wait 10 s.
      default: 3000,
    }),
    compression: choice({
      name: 'OTEL_EXPORTER_OTLP_COMPRESSION',
      description: 'How exports are compressed.',
      choices: ['gzip', 'none'],
      default: 'gzip',
    }),
    captureMessageContent: choice({
      name: 'OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT',
      description: 'The standard switch for prompts and answers in traces, used while `LOGFIRE_CAPTURE_CONTENT` is unset.',
      choices: ['none', 'full'],
      allowed: 'a flag, or one of no_content, span_only, event_only, span_and_event',
      aliases: {
        1: 'full',
        true: 'full',
        yes: 'full',
        on: 'full',
        span_only: 'full',
        event_only: 'full',
        span_and_event: 'full',
        0: 'none',
        false: 'none',
        no: 'none',
        off: 'none',
        no_content: 'none',
      },
      example: 'false',
    }),
  },
} as const;
