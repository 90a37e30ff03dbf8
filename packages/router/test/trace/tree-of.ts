import type { TestTelemetry } from '@discord-intelligence/observability';

/** The tree of our own spans: without what undici's own instrumentation says of the same requests. */
export function treeOf(telemetry: TestTelemetry): string {
  return telemetry.tree().split('\n').filter((line) => line.trim() !== 'POST').join('\n');
}

/** Everything that telemetry has seen, as one text. */
export async function everythingOf(telemetry: TestTelemetry): Promise<string> {
  return [JSON.stringify(telemetry.spans()), JSON.stringify(telemetry.logs()), await telemetry.metrics()].join('\n');
}
