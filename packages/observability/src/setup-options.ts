import type { Config, Secret } from '@discord-intelligence/config';

import type { LevelName } from './levels.js';
import type { ContentCapture, ValidationRecording } from './runtime.js';
import type { OnScrub } from './scrub/text-scrubber.js';
import type { Destination } from './sdk/settings.js';

/** Where lines go: `process.stderr`, or anything with a `write`. */
export interface TextStream {
  write(text: string): unknown;
  /** Whether it is a terminal, which gets colours. */
  readonly isTTY?: boolean | undefined;
}

/** How the tree of finished spans is written. */
export interface ConsoleOptions {
  /** @default process.stderr */
  readonly stream?: TextStream;
  /** @default whether the stream is a terminal */
  readonly hasColors?: boolean;
  /** The quietest log that is shown. @default 'info' */
  readonly minLevel?: LevelName;
}

/** Which traces are kept once they are known. A trace is kept when any of these holds. */
export interface TailSampling {
  /** Keeps traces with an error. @default true */
  readonly keepErrors?: boolean;
  /** Keeps traces with a span that lasted at least this many milliseconds. @default 5000 */
  readonly slowerThanMs?: number;
  /** Keeps traces that hold a span of this level or louder. @default 'warn' */
  readonly level?: LevelName;
  /** Keeps traces that cost at least this many USD. @default Infinity */
  readonly costUsd?: number;
  /** The share of all other traces that is kept, 0 to 1. @default 0.1 */
  readonly rate?: number;
  /** Traces that may wait for their end; the oldest one is decided early when there are more. @default 1000 */
  readonly maxTraces?: number;
  /** Spans of all waiting traces together. @default 20000 */
  readonly maxSpans?: number;
  /** Milliseconds after which a trace is decided although it goes on. @default 30000 */
  readonly maxAgeMs?: number;
}

/** What is looked for by the scrubber beside the usual. */
export interface Scrubbing {
  /** Names of fields and attributes that are secret here. */
  readonly keys?: readonly string[];
  /** Whether e-mail addresses, payment cards, IBANs and phone numbers are taken out as well. @default false */
  readonly pii?: boolean;
  /** Called for each thing that is taken out, without its text; what it returns stands there instead. */
  readonly onScrub?: OnScrub;
}

/** What a setup can be told. Without any of it, the config decides. */
export interface SetupOptions {
  /** Defaults to `getConfig()`, the environment of the process. */
  readonly config?: Pick<Config, 'logfire' | 'openTelemetry'>;
  /** Whether telemetry is on at all. Defaults to the `ENABLE_LOGFIRE` environment variable. */
  readonly isEnabled?: boolean;
  /** Defaults to the `OTEL_SERVICE_NAME`, then the `LOGFIRE_PROJECT_NAME` environment variable. */
  readonly serviceName?: string;
  /** Defaults to the `LOGFIRE_SERVICE_VERSION` environment variable. */
  readonly serviceVersion?: string;
  /** Defaults to the `LOGFIRE_ENVIRONMENT` environment variable. */
  readonly environment?: string;
  /** Further attributes of the resource, such as `service.namespace`. */
  readonly resource?: Readonly<Record<string, string>>;
  /** Where signals go, instead of what the config says. */
  readonly destinations?: readonly Destination[];
  /** The share of traces that is kept at their start, 0 to 1. Defaults to the `LOGFIRE_TRACE_SAMPLE_RATE` environment variable. */
  readonly sampleRate?: number;
  /** Decides over traces at their end as well. @default off */
  readonly tailSampling?: TailSampling;
  /** How much of prompts and answers is kept. Defaults to the `LOGFIRE_CAPTURE_CONTENT` environment variable. */
  readonly captureContent?: ContentCapture;
  /** The key of the hashes of content, so that they can be compared between processes. @default a random one */
  readonly contentHashKey?: Secret | string;
  /** Which GenAI names are written. @default 'both' */
  readonly genaiSemconv?: 'v1.41' | 'both';
  /** Which validations become events. @default 'failure' */
  readonly validations?: ValidationRecording;
  /** The tree of finished spans. Defaults to the `LOGFIRE_CONSOLE` environment variable. */
  readonly console?: boolean | ConsoleOptions;
  /** The quietest log that is delivered. @default 'trace' */
  readonly minLevel?: LevelName;
  /** Whether spans that take longer than a second are sent while they run, so that they are seen before they end. @default false */
  readonly pendingSpans?: boolean;
  readonly scrubbing?: Scrubbing;
  /** Texts that must not be seen anywhere, beside the secrets of the config. */
  readonly secrets?: readonly (Secret | string)[];
  /** Entries of baggage that become attributes. @default none */
  readonly baggageKeys?: readonly string[];
  /** Whether outgoing `fetch` and undici calls get spans. @default true */
  readonly instrumentOutgoing?: boolean;
  /** Whether memory, garbage collection and the event loop are measured. @default true */
  readonly runtimeMetrics?: boolean;
  /** Milliseconds between deliveries of metrics. @default 15000 */
  readonly metricIntervalMs?: number;
  /** Spans, and as many log records, that may wait for delivery to each destination. @default 8192 */
  readonly queueCapacity?: number;
  /** Characters of attributes that may wait for delivery to each destination. @default 33554432 */
  readonly queueCharacters?: number;
  /** Whether the end of the process is watched, so that nothing is lost. @default true */
  readonly handleExit?: boolean;
  /** Paths of requests that get no span. @default ['/metrics', '/health', '/healthz', '/livez', '/readyz'] */
  readonly ignorePaths?: readonly string[];
  /** Whether requests continue the trace that their `traceparent` header names. @default true */
  readonly trustTraceparent?: boolean;
  /** Gets what the person who runs the program should know, at most one line a minute. @default process.emitWarning */
  readonly warn?: (message: string) => void;
}
