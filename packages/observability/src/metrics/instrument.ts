import { slot } from '../slot.js';

/** Values of labels: few different ones, never an id of a person, a trace or a tenant. */
export type Labels = Readonly<Record<string, string | number | boolean | undefined>>;

/** How an instrument measures: sums up, sorts into buckets, or holds the last value. */
export type InstrumentKind = 'counter' | 'up-down-counter' | 'histogram' | 'gauge';

/** One instrument, as the backend will know it. */
export interface InstrumentDefinition {
  readonly kind: InstrumentKind;
  /** Dotted and lower-case; Prometheus sees `_` for each dot and `_total` at the end of a counter. */
  readonly name: string;
  readonly description: string;
  /** UCUM: `s`, `By`, `1`, `{token}`, `USD`. */
  readonly unit: string;
  /** Labels that are let through; all others are dropped, so that no id can blow the series up. */
  readonly labels: readonly string[];
  /** Upper bounds of a histogram's buckets. */
  readonly buckets?: readonly number[];
}

/** Definition of an instrument of one's own. */
export type InstrumentOptions = Omit<InstrumentDefinition, 'kind'>;

/** Something that only grows. */
export interface Counter {
  readonly definition: InstrumentDefinition;
  /** @param value At least 0. @default 1 */
  add(value?: number, labels?: Labels): void;
}

/** Something that grows and shrinks. */
export interface UpDownCounter extends Counter {
  /** @param value May be negative. @default 1 */
  add(value?: number, labels?: Labels): void;
}

/** A distribution. */
export interface Histogram {
  readonly definition: InstrumentDefinition;
  record(value: number, labels?: Labels): void;
}

/** The last value of something. */
export interface Gauge {
  readonly definition: InstrumentDefinition;
  set(value: number, labels?: Labels): void;
}

/** Makes a counter. It may be made at any time: before a setup, and while telemetry is off, it counts nothing. */
export function createCounter(options: InstrumentOptions): Counter {
  return adding({ ...options, kind: 'counter' });
}

/** Makes a counter that can go down, such as of what is in flight. */
export function createUpDownCounter(options: InstrumentOptions): UpDownCounter {
  return adding({ ...options, kind: 'up-down-counter' });
}

/** Makes a histogram; its buckets are upper bounds in its unit. */
export function createHistogram(options: InstrumentOptions & { readonly buckets: readonly number[] }): Histogram {
  const definition: InstrumentDefinition = { ...options, kind: 'histogram' };
  return { definition, record: (value, labels) => slot.runtime?.measure(definition, value, labels) };
}

/** Makes a gauge. */
export function createGauge(options: InstrumentOptions): Gauge {
  const definition: InstrumentDefinition = { ...options, kind: 'gauge' };
  return { definition, set: (value, labels) => slot.runtime?.measure(definition, value, labels) };
}

function adding(definition: InstrumentDefinition): Counter {
  return { definition, add: (value = 1, labels) => slot.runtime?.measure(definition, value, labels) };
}
