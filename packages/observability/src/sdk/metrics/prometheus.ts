import type { IncomingMessage, ServerResponse } from 'node:http';

import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import { AggregationTemporality, MetricReader } from '@opentelemetry/sdk-metrics';

/** Answers a scrape of Prometheus. */
export type MetricsHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The content type of the text format (Prometheus documentation, "Exposition formats"). */
export const PROMETHEUS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** A reader that is asked, and never pushes. */
export class PullReader extends MetricReader {
  readonly #serializer = new PrometheusSerializer('', false, undefined, false, true);

  constructor() {
    super({ aggregationTemporalitySelector: () => AggregationTemporality.CUMULATIVE });
  }

  /** All metrics in Prometheus' text format. */
  async text(): Promise<string> {
    const { resourceMetrics } = await this.collect();
    return this.#serializer.serialize(resourceMetrics);
  }

  protected override onForceFlush(): Promise<void> {
    return Promise.resolve();
  }

  protected override onShutdown(): Promise<void> {
    return Promise.resolve();
  }
}

/** Makes the handler of `GET /metrics`. It answers 503 when metrics cannot be read, and never throws. */
export function createMetricsHandler(read: () => Promise<string>): MetricsHandler {
  return (_request, response) => {
    read().then(
      (text) => {
        response.writeHead(200, { 'content-type': PROMETHEUS_TYPE }).end(text);
      },
      () => {
        response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end('metrics cannot be read now\n');
      },
    );
  };
}
