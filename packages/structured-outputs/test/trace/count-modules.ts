/** Makes a structured call, with telemetry as the environment says, and tells how many modules of OpenTelemetry that loaded. */
import { Module } from 'node:module';

import { setupLogfire } from '@discord-intelligence/observability';
import * as z from 'zod';

import { wrap } from '../../src/index.js';
import { ASK, scriptedClient } from '../support/scripted-client.js';

async function main(): Promise<void> {
  const telemetry = await setupLogfire({ destinations: [] });
  const data = await wrap(scriptedClient('{"a":"x"}', '{"a":1}')).chat.completions.create({ ...ASK, response_model: z.object({ a: z.number() }) });
  const files = Object.keys((Module as unknown as { readonly _cache: Readonly<Record<string, unknown>> })._cache);
  process.stdout.write(JSON.stringify({ data, isEnabled: telemetry.enabled, telemetryModules: files.filter((file) => file.includes('@opentelemetry')).length }));
  await telemetry.shutdown();
}

void main();
