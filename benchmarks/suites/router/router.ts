import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { benchCalls } from './calls.js';
import { benchHeap } from './heap.js';
import { benchImport } from './import-cost.js';
import { benchStrategies } from './strategies.js';

/** How much is measured. */
export interface RouterBenchOptions {
  /** Calls of each client, and streams. */
  readonly calls: number;
}

/** What the router costs beside the bare SDK and a gateway, whether it leaks, and how well it chooses. */
export async function benchRouter({ calls }: RouterBenchOptions): Promise<string> {
  const built = fileURLToPath(new URL('../../../packages/router/dist/index.js', import.meta.url));
  const strategies = await benchStrategies();
  if (!existsSync(built)) return `${strategies}\n\nRouter: calls, heap and loading not measured, because the package is not built (npm run build).`;
  return [await benchCalls(calls), await benchHeap(), benchImport(), strategies].join('\n');
}
