import { spawnSync } from 'node:child_process';

import { summarize } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

const ROUNDS = 9;
const WARM_UPS = 1;
const CONFIG = new URL('../../../packages/config/dist/index.js', import.meta.url).href;
const OURS = new URL('../../../packages/observability/dist/index.js', import.meta.url).href;

/** Processor time and memory of loading telemetry and starting it, over those of a process that loads nothing. */
export function benchColdStart(folder: string | undefined): string {
  const programs: Record<string, string> = {
    'node alone': '',
    'the config package alone': `await import('${CONFIG}');`,
    'ours, off': `await (await import('${OURS}')).setupLogfire({ isEnabled: false });`,
    'ours, on': `await (await import('${OURS}')).setupLogfire({ isEnabled: true, destinations: [] });`,
    'OpenTelemetry NodeSDK alone': "const { NodeSDK } = await import('@opentelemetry/sdk-node'); new NodeSDK({ autoDetectResources: false, spanProcessors: [], logRecordProcessors: [], metricReaders: [] }).start();",
  };
  if (folder !== undefined) {
    programs['logfire-node 0.18.25, nothing sent'] = `(await import('node:module')).createRequire('${folder}/')('@pydantic/logfire-node').configure({ sendToLogfire: false, console: false });`;
  }
  const seen = new Map<string, Cost[]>(Object.keys(programs).map((name) => [name, []]));
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const [name, code] of Object.entries(programs)) {
      const cost = costOf(code);
      if (round >= 0) seen.get(name)?.push(cost);
    }
  }
  const floor = medians(seen.get('node alone') ?? []);
  const rows = [...seen].map(([name, costs]) => {
    const { cpuMs, wallMs, rssMb } = medians(costs);
    return [name, short(cpuMs), short(cpuMs / floor.cpuMs), short(wallMs - floor.wallMs), short(rssMb - floor.rssMb)];
  });
  return renderTable('Cold start: load and start', ['program', 'CPU ms, median', 'of node alone', 'wall ms over node', 'MB over node'], rows);
}

interface Cost {
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly rssMb: number;
}

function costOf(code: string): Cost {
  const note = 'const { user, system } = process.cpuUsage(); process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs: performance.now(), rssMb: process.memoryUsage.rss() / 1e6 })); process.exit();';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${code}\n${note}`], { encoding: 'utf8', cwd: import.meta.dirname });
  if (status !== 0) throw new Error(`The program "${code}" ended with ${String(status)}: ${stderr}`);
  return JSON.parse(stdout) as Cost;
}

function medians(costs: readonly Cost[]): Cost {
  const of = (read: (cost: Cost) => number) => summarize(costs.map(read)).median;
  return { cpuMs: of(({ cpuMs }) => cpuMs), wallMs: of(({ wallMs }) => wallMs), rssMb: of(({ rssMb }) => rssMb) };
}
