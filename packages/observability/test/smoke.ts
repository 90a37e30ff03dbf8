import { createServer } from 'node:http';
import { Module } from 'node:module';

import { forTests, isLogfireEnabled, llmSpan, recordModel, setupLogfire, span } from '@discord-intelligence/observability';
import * as z from 'zod';

const User = z.object({ id: z.number(), mail: z.string().meta({ pii: 'email' }) }).meta({ id: 'User' });

/** What the release rehearsal runs against the published package, as ESM and as CommonJS. */
export async function smoke(): Promise<string> {
  const off = await setupLogfire();
  if (off.enabled || isLogfireEnabled()) throw new Error('telemetry is on without being asked');
  if (span('quiet', { a: 1 }, (current) => current.isRecording)) throw new Error('a span records while telemetry is off');
  const loaded = Object.keys((Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> })._cache).filter((file) => file.includes('@opentelemetry'));
  if (loaded.length > 0) throw new Error(`telemetry is off, but loaded ${loaded.length} modules`);

  const telemetry = await forTests();
  await span('outer {id}', { id: 7, api_key: 'k' }, async () => {
    recordModel('user', User, { id: 7, mail: 'ada@example.org' });
    await llmSpan({ provider: 'openai', model: 'gpt-x' }, async (call) => { call.setResponse({ usage: { inputTokens: 3 }, costUsd: 0.01 }); });
  });
  const { attributes } = telemetry.span('outer {id}');
  if (attributes['logfire.msg'] !== 'outer 7' || attributes['user.schema'] !== 'User' || JSON.stringify(attributes).includes('ada@')) {
    throw new Error(`recorded wrongly: ${JSON.stringify(attributes)}`);
  }
  const tree = telemetry.tree();
  if (tree !== 'outer {id}\n  chat gpt-x') throw new Error(`wrong tree: ${tree}`);
  if (!(await telemetry.metrics()).includes('llm_cost_usd_total{')) throw new Error('no metric of the cost');
  await telemetry.shutdown();

  const paths = await deliveredTo();
  if (!paths.includes('/v1/traces')) throw new Error(`delivered ${paths.join(', ')} only`);
  return `nothing loaded while off; ${paths.length} deliveries while on`;
}

/** Paths of what a collector of this machine gets. */
async function deliveredTo(): Promise<string[]> {
  const paths: string[] = [];
  const collector = createServer((request, response) => {
    paths.push(request.url ?? '');
    request.resume().on('end', () => response.end());
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const address = collector.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const telemetry = await setupLogfire({
    isEnabled: true,
    destinations: [{ name: 'otlp', traces: `${url}/v1/traces`, metrics: `${url}/v1/metrics`, logs: `${url}/v1/logs`, headers: {}, isCompressed: true }],
  });
  span('delivered', {}, () => undefined);
  await telemetry.shutdown();
  collector.closeAllConnections();
  collector.close();
  return paths;
}
