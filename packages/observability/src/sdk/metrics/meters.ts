import type { Attributes, Meter } from '@opentelemetry/api';

import type { InstrumentDefinition, Labels } from '../../metrics/instrument.js';
import type { Scrubber } from '../../scrub/scrubber.js';

/** Measures with instruments that are made on first use. */
export type Measure = (instrument: InstrumentDefinition, value: number, labels?: Labels) => void;

type Record = (value: number, attributes: Attributes) => void;

const LONGEST_LABEL = 128;

/** Makes the function that measures. Labels an instrument does not name are dropped, the others scrubbed and cut. */
export function createMeasure(meter: Meter, scrubber: Scrubber): Measure {
  // By name: two copies of this package declare the same instruments.
  const instruments = new Map<string, Record>();

  return (definition, value, labels) => {
    if (!Number.isFinite(value) || (definition.kind === 'counter' && value < 0)) return;
    try {
      let record = instruments.get(definition.name);
      if (record === undefined) {
        record = create(meter, definition);
        instruments.set(definition.name, record);
      }
      record(value, attributesOf(definition, labels, scrubber));
    } catch {
      // a label that cannot be read must not break what is measured
    }
  };
}

function create(meter: Meter, { kind, name, description, unit, buckets }: InstrumentDefinition): Record {
  switch (kind) {
    case 'counter': {
      const counter = meter.createCounter(name, { description, unit });
      return (value, attributes) => { counter.add(value, attributes); };
    }
    case 'up-down-counter': {
      const counter = meter.createUpDownCounter(name, { description, unit });
      return (value, attributes) => { counter.add(value, attributes); };
    }
    case 'gauge': {
      const gauge = meter.createGauge(name, { description, unit });
      return (value, attributes) => { gauge.record(value, attributes); };
    }
    case 'histogram': {
      const histogram = meter.createHistogram(name, { description, unit, ...(buckets && { advice: { explicitBucketBoundaries: [...buckets] } }) });
      return (value, attributes) => { histogram.record(value, attributes); };
    }
  }
}

function attributesOf({ labels: allowed }: InstrumentDefinition, labels: Labels | undefined, scrubber: Scrubber): Attributes {
  const attributes: Attributes = {};
  if (labels === undefined) return attributes;
  for (const name of allowed) {
    const value = labels[name];
    if (value !== undefined) attributes[name] = typeof value === 'string' ? scrubber.name(value.slice(0, LONGEST_LABEL + 512), name).slice(0, LONGEST_LABEL) : value;
  }
  return attributes;
}
