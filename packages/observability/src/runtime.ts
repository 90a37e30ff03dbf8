import type { Attributes, LogfireSpan, ManualSpan, SpanOptions } from './logfire-span.js';
import type { Level } from './levels.js';
import type { InstrumentDefinition, Labels } from './metrics/instrument.js';
import type { Scrubber } from './scrub/scrubber.js';
import type { RedactionPlan } from './encode/redaction-plan.js';

/** How much of prompts and answers a trace holds. */
export type ContentCapture = 'none' | 'metadata' | 'full';

/** Which results of validations become events: all of them, failures only, or none (metrics only). */
export type ValidationRecording = 'all' | 'failure' | 'metrics';

/** Ids that tie a line of a log to a trace, under the names that log backends look for. */
export interface TraceIds {
  readonly trace_id: string;
  readonly span_id: string;
  readonly trace_flags: string;
}

/**
 * What runs while telemetry is on: the port between the guard, which every caller loads, and the part that loads
 * OpenTelemetry. Nothing here throws into the app, but for what the caller's own function throws.
 */
export interface Runtime {
  readonly captureContent: ContentCapture;
  /** Whether names newer than v1.41 of the GenAI conventions are written beside the old ones. */
  readonly emitsNewestNames: boolean;
  readonly validations: ValidationRecording;
  readonly scrubber: Scrubber;
  span<T>(name: string, attributes: Attributes, fn: (span: LogfireSpan) => T, options?: SpanOptions): T;
  startSpan(name: string, attributes: Attributes, options?: SpanOptions): ManualSpan;
  currentSpan(): LogfireSpan | undefined;
  log(level: Level, message: string, attributes?: Attributes): void;
  measure(instrument: InstrumentDefinition, value: number, labels?: Labels): void;
  /** One string or primitive that may be an attribute, redacted by the plan, and whether something was cut off. */
  encode(value: unknown, plan?: RedactionPlan, limit?: number): { readonly value: string | number | boolean | undefined; readonly isCut: boolean };
  /** Keeps the message of an error out of every span it passes: it may quote a prompt. */
  withhold(error: unknown): void;
  /** Keyed hash (HMAC-SHA256, hexadecimal) of a text that must not be stored. */
  hash(text: string): string;
  withBaggage<T>(entries: Readonly<Record<string, string>>, fn: () => T): T;
  withoutTraceparent<T>(fn: () => T): T;
  traceIds(): TraceIds | undefined;
  /** Tries to deliver everything within the time; never rejects. Tells whether nothing is left. */
  flush(timeoutMs: number): Promise<boolean>;
  shutdown(timeoutMs: number): Promise<void>;
}
