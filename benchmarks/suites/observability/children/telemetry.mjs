// Each way of making spans, behind one face: run a function in a span, and deliver what was made.
import { createRequire } from 'node:module';

const BUILT = new URL('../../../../packages/observability/dist/index.js', import.meta.url).href;
/** Room for what is made between two deliveries, so that nobody saves time by dropping. */
const QUEUE = 65_536;

const destination = (url) => ({ name: 'otlp', traces: `${url}/v1/traces`, metrics: '', logs: '', headers: {}, isCompressed: true });

export async function openTelemetry({ kind, url, folder }) {
  switch (kind) {
    case 'none':
      return { span: (_name, _attributes, fn) => fn(), flush: async () => {}, instrument: async () => {} };
    case 'off':
    case 'ours':
    case 'unsampled': {
      const { setupLogfire, span } = await import(BUILT);
      const setup = { isEnabled: kind !== 'off', destinations: [destination(url)], runtimeMetrics: false, handleExit: false, queueCapacity: QUEUE, sampleRate: kind === 'unsampled' ? 0 : 1 };
      const handle = await setupLogfire(setup);
      return { span, flush: () => handle.flush(), instrument: async (app) => { await setupLogfire(app, setup); } };
    }
    case 'opentelemetry': {
      const [{ trace }, { NodeSDK }, { BatchSpanProcessor }, { OTLPTraceExporter }] = await Promise.all([
        import('@opentelemetry/api'),
        import('@opentelemetry/sdk-node'),
        import('@opentelemetry/sdk-trace'),
        import('@opentelemetry/exporter-trace-otlp-proto'),
      ]);
      const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${url}/v1/traces`, compression: 'gzip' }), maxQueueSize: QUEUE });
      new NodeSDK({ autoDetectResources: false, spanProcessors: [processor], logRecordProcessors: [], metricReaders: [] }).start();
      const tracer = trace.getTracer('bench');
      return { span: (name, attributes, fn) => tracer.startActiveSpan(name, { attributes }, (span) => endWith(span, fn)), flush: () => processor.forceFlush(), instrument: async () => {} };
    }
    case 'logfire': {
      process.env.OTEL_BSP_MAX_QUEUE_SIZE = String(QUEUE);
      const logfire = createRequire(`${folder}/`)('@pydantic/logfire-node');
      logfire.configure({ token: 'pylf_v1_us_0123456789', sendToLogfire: true, console: false, metrics: false, advanced: { baseUrl: url } });
      return { span: (name, attributes, fn) => logfire.span(name, attributes, {}, fn), flush: () => logfire.forceFlush(), instrument: async () => {} };
    }
    default:
      throw new Error(`There is no telemetry of the kind ${kind}.`);
  }
}

/** What a careful user of the API writes around every function. */
function endWith(span, fn) {
  try {
    const result = fn(span);
    if (typeof result?.then !== 'function') {
      span.end();
      return result;
    }
    return result.then(
      (value) => {
        span.end();
        return value;
      },
      (error) => {
        span.end();
        throw error;
      },
    );
  } catch (error) {
    span.end();
    throw error;
  }
}
