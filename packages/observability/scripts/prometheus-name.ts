import type { InstrumentDefinition } from '../src/metrics/instrument.js';

/** Something that was measured. */
export interface Measured {
  readonly definition: InstrumentDefinition;
}

/** The name of a metric or label as Prometheus sees it. */
export function prometheusName(name: string): string {
  return name.replace(/[^A-Za-z0-9_]/g, '_').replace(/_{2,}/g, '_');
}

/**
 * Selects the series of a counter or a gauge.
 *
 * @param labels Matchers such as `provider=~"$provider"`.
 */
export function series({ definition }: Measured, labels: readonly string[] = []): string {
  const name = prometheusName(definition.name) + (definition.kind === 'counter' ? '_total' : '');
  return `${name}{${['job=~"$job"', ...labels].join(', ')}}`;
}

/**
 * Selects one part of a histogram. Our own endpoint has no unit in the name; a collector between adds it, so both are
 * matched.
 */
export function histogram({ definition }: Measured, part: 'bucket' | 'sum' | 'count', labels: readonly string[] = []): string {
  const unit = definition.unit === 's' ? '(_seconds)?' : '';
  return `{${[`__name__=~"${prometheusName(definition.name)}${unit}_${part}"`, 'job=~"$job"', ...labels].join(', ')}}`;
}
