import { type Config, Secret } from '@discord-intelligence/config';

import type { ContentCapture } from '../runtime.js';
import type { SetupOptions } from '../setup-options.js';

/** Where signals go, one URL for each kind. */
export interface Destination {
  /** `logfire` or `otlp`: the label `otel.component.name` of what is measured about it. */
  readonly name: string;
  readonly traces: string;
  readonly metrics: string;
  readonly logs: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly isCompressed: boolean;
}

/** All that the running part needs to know, out of the config and the options. */
export interface Settings {
  readonly serviceName: string;
  readonly serviceVersion: string | undefined;
  readonly environment: string | undefined;
  readonly projectName: string;
  readonly destinations: readonly Destination[];
  /** Milliseconds one delivery may take. */
  readonly timeoutMs: number;
  readonly sampleRate: number;
  readonly captureContent: ContentCapture;
  readonly isConsoleOn: boolean;
  /** What the scrubber looks for literally. */
  readonly secrets: readonly string[];
  /** What the person who started the program should know. */
  readonly warnings: readonly string[];
}

/** Reads settings out of a config; the options win. */
export function settingsOf(config: Pick<Config, 'logfire' | 'openTelemetry'>, options: SetupOptions): Settings {
  const { logfire, openTelemetry } = config;
  const warnings: string[] = [];
  const destinations = options.destinations ?? destinationsOf(config, warnings);
  return {
    serviceName: options.serviceName ?? openTelemetry.serviceName ?? logfire.projectName,
    serviceVersion: options.serviceVersion ?? logfire.serviceVersion,
    environment: options.environment ?? logfire.environment,
    projectName: logfire.projectName,
    destinations,
    timeoutMs: openTelemetry.timeoutMs,
    sampleRate: options.sampleRate ?? logfire.traceSampleRate,
    captureContent: options.captureContent ?? logfire.captureContent,
    isConsoleOn: options.console === undefined ? logfire.console : options.console !== false,
    secrets: [...secretsIn(config), ...(options.secrets ?? []).map((secret) => (Secret.is(secret) ? secret.reveal() : secret))],
    warnings,
  };
}

function destinationsOf({ logfire, openTelemetry }: Pick<Config, 'logfire' | 'openTelemetry'>, warnings: string[]): Destination[] {
  const destinations: Destination[] = [];
  const isCompressed = openTelemetry.compression === 'gzip';
  if (logfire.sendToLogfire && logfire.token) {
    const token = logfire.token.reveal();
    const base = logfire.baseUrl ?? regionOf(token);
    destinations.push({
      name: 'logfire',
      traces: `${base}/v1/traces`,
      metrics: `${base}/v1/metrics`,
      logs: `${base}/v1/logs`,
      // The bare token: Logfire knows no scheme here.
      headers: { Authorization: token },
      isCompressed: true,
    });
  }
  const { endpoint, tracesEndpoint, metricsEndpoint, logsEndpoint } = openTelemetry;
  if (endpoint ?? tracesEndpoint ?? metricsEndpoint ?? logsEndpoint) {
    const at = (own: string | undefined, path: string) => own ?? (endpoint === undefined ? '' : `${endpoint}${path}`);
    destinations.push({
      name: 'otlp',
      traces: at(tracesEndpoint, '/v1/traces'),
      metrics: at(metricsEndpoint, '/v1/metrics'),
      logs: at(logsEndpoint, '/v1/logs'),
      headers: openTelemetry.headers ? headersOf(openTelemetry.headers.reveal()) : {},
      isCompressed,
    });
  }
  if (destinations.length === 0) {
    warnings.push(
      logfire.sendToLogfire
        ? 'what is collected goes nowhere: set LOGFIRE_TOKEN or OTEL_EXPORTER_OTLP_ENDPOINT. Console and Prometheus still work.'
        : 'what is collected goes nowhere: LOGFIRE_SEND_TO_LOGFIRE is off and OTEL_EXPORTER_OTLP_ENDPOINT is unset. Console and Prometheus still work.',
    );
  }
  return destinations;
}

/** A token says where its project lives: `pylf_v1_eu_…`. */
function regionOf(token: string): string {
  return /^pylf_v\d{1,2}_eu_/.test(token) ? 'https://logfire-eu.pydantic.dev' : 'https://logfire-us.pydantic.dev';
}

/** `key=value,other=value`, percent-encoded as in the W3C baggage format (OpenTelemetry, "Specifying headers via environment variables"). */
export function headersOf(pairs: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const pair of pairs.split(',')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    if (equals <= 0 || !/^[\w!#$%&'*+.^`|~-]{1,128}$/.test(name)) continue;
    headers[name] = decode(pair.slice(equals + 1).trim());
  }
  return headers;
}

function decode(text: string): string {
  try {
    const decoded = decodeURIComponent(text);
    // A line break would end the header.
    return /[\r\n\0]/.test(decoded) ? text : decoded;
  } catch {
    return text;
  }
}

/** Every secret of the config, those of other parts as well: none of them may be seen in a trace. */
function secretsIn(value: unknown, depth = 0): string[] {
  if (Secret.is(value)) return partsOf(value.reveal());
  if (typeof value !== 'object' || value === null || depth > 4) return [];
  return Object.values(value).flatMap((part) => secretsIn(part, depth + 1));
}

/** A secret may be an address or a list of headers, of which the inner part is what leaks. */
function partsOf(secret: string): string[] {
  if (URL.canParse(secret) && secret.includes('://')) {
    const { password } = new URL(secret);
    return password === '' ? [secret] : [secret, password, decode(password)];
  }
  return [secret, ...Object.values(headersOf(secret))];
}
