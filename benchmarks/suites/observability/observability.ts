import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { startChild } from '../router/child.js';

import { benchColdStart } from './cold-start.js';
import { installLogfire } from './logfire.js';
import { benchRequests } from './requests.js';
import { benchSpans } from './spans.js';
import { program } from './subjects.js';

/** What telemetry costs, off and on, beside the bare OpenTelemetry SDK and Logfire's own. */
export async function benchObservability(): Promise<string> {
  if (!existsSync(fileURLToPath(new URL('../../../packages/observability/dist/index.js', import.meta.url)))) {
    return '\nObservability: not measured, because the package is not built (npm run build).';
  }
  const logfire = installLogfire();
  const folder = typeof logfire === 'string' ? undefined : logfire.folder;
  const opened: AsyncDisposable[] = [];
  try {
    const collector = startChild([program('collector.mjs')]);
    opened.push(collector);
    const { url } = await collector.next<{ url: string }>();
    const world = { url, folder };
    const use = (resource: AsyncDisposable) => { opened.push(resource); };
    const tables = [await benchSpans(world, use), benchColdStart(folder), await benchRequests(world, use)];
    if (typeof logfire === 'string') tables.push(`logfire-node: skipped, ${logfire}.`);
    return tables.join('\n');
  } finally {
    for (const resource of opened.reverse()) await resource[Symbol.asyncDispose]();
    if (typeof logfire !== 'string') logfire[Symbol.dispose]();
  }
}
