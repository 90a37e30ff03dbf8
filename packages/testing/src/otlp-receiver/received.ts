/** Decoded attributes; 64-bit integers are numbers here. */
export type AttributeValues = Readonly<Record<string, unknown>>;

/** A span as it came over the wire. */
export interface ReceivedSpan {
  readonly name: string;
  readonly kind: 'unspecified' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | undefined;
  /** Milliseconds since 1970, to a fraction of a microsecond. */
  readonly startMs: number;
  readonly durationMs: number;
  readonly attributes: AttributeValues;
  readonly events: readonly { readonly name: string; readonly attributes: AttributeValues }[];
  readonly status: 'unset' | 'ok' | 'error';
  readonly statusMessage: string;
  /** The name of the instrumentation that made it. */
  readonly scope: string;
  readonly resource: AttributeValues;
}

/** A log record as it came over the wire. */
export interface ReceivedLog {
  readonly severityNumber: number;
  readonly severityText: string;
  readonly body: unknown;
  readonly attributes: AttributeValues;
  readonly traceId: string;
  readonly spanId: string;
  readonly resource: AttributeValues;
}

/** One series of a metric. */
export interface ReceivedPoint {
  readonly attributes: AttributeValues;
  /** The number; the sum of a histogram. */
  readonly value: number;
  /** Of a histogram; 0 otherwise. */
  readonly count: number;
  readonly bounds: readonly number[];
}

/** A metric as it came over the wire, once for each delivery. */
export interface ReceivedMetric {
  readonly name: string;
  readonly unit: string;
  readonly kind: 'gauge' | 'sum' | 'histogram';
  readonly points: readonly ReceivedPoint[];
  readonly scope: string;
}

/** One request to the receiver, whatever became of it. */
export interface ReceivedExport {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly wasCompressed: boolean;
  /** The body, decompressed. */
  readonly body: Uint8Array;
  /** The status that was sent; undefined when there was no answer. */
  readonly status: number | undefined;
}
