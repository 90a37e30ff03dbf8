import type { LevelName } from './levels.js';

/** A value an attribute can be made of. Objects become bounded, scrubbed JSON. */
export type AttributeMap = Readonly<Record<string, unknown>>;

/** Attributes, or a function that makes them, which is called only while telemetry is on. */
export type Attributes = AttributeMap | (() => AttributeMap) | undefined;

/** What a span stands for: work inside of the process, or one end of a call. */
export type SpanKindName = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

/** What can be said of a span beside its name and attributes. */
export interface SpanOptions {
  /** @default 'internal' */
  readonly kind?: SpanKindName;
  /** How loud the span is; an error makes it `error`. @default 'info' */
  readonly level?: LevelName;
  /** Labels that Logfire filters by. */
  readonly tags?: readonly string[];
  /** Begins a new trace, whatever is going on around it. @default false */
  readonly isRoot?: boolean;
  /** Whether calls made inside carry no `traceparent` header. @default false */
  readonly withoutTraceparent?: boolean;
}

/** The span a function runs in. While telemetry is off it is one frozen object that does nothing. */
export interface LogfireSpan {
  /** 32 hexadecimal digits; undefined while telemetry is off. */
  readonly traceId: string | undefined;
  /** 16 hexadecimal digits; undefined while telemetry is off. */
  readonly spanId: string | undefined;
  /** False while telemetry is off or the trace was not sampled: then nothing set here is kept. */
  readonly isRecording: boolean;
  /** Sets an attribute. Objects become bounded JSON, secrets are scrubbed, `null` is listed in `logfire.null_args`. */
  setAttribute(key: string, value: unknown): void;
  setAttributes(attributes: AttributeMap): void;
  /** Notes that something happened now. At most 128 events are kept. */
  addEvent(name: string, attributes?: AttributeMap): void;
  /** Marks the span as failed, with one `exception` event. `span` does this by itself for what is thrown. */
  recordError(error: unknown): void;
  setLevel(level: LevelName): void;
}

/** A span that its maker ends: for streams and callbacks. */
export interface ManualSpan extends LogfireSpan, Disposable {
  /** Runs a function inside of the span, without ending it. */
  run<T>(fn: () => T): T;
  /** Ends the span, once; an error marks it as failed. */
  end(error?: unknown): void;
}
