/**
 * What one span costs, off and on, with delivery to a collector in another process.
 *
 *   node -C @discord-intelligence/source --import tsx packages/observability/bench/span-cost.ts
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';

import { loadConfig } from '@discord-intelligence/config';

import { setupLogfire, span } from '../src/index.js';

const COLLECTOR = `require('node:http').createServer((q, r) => q.resume().on('end', () => r.end())).listen(0, '127.0.0.1', function () { console.log(this.address().port); });`;
const ATTRIBUTES = { 'llm.model': 'gpt-x', 'text.length': 1234, route: '/v1/analyse', cached: false };
const work = () => 1;

/** Best of several rounds, in nanoseconds for each call; CPU time, which counts delivery in the background as well. */
async function measure(name: string, rounds: number, calls: number, call: () => unknown): Promise<void> {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let done = 0; done < calls; done++) {
      call();
      // As a program would: delivery gets its turn.
      if (done % 500 === 499 && calls < 1e6) await new Promise((resolve) => setImmediate(resolve));
    }
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, ((user + system) * 1000) / calls);
  }
  console.log(`${name.padEnd(36)} ${best.toFixed(best < 100 ? 1 : 0)} ns CPU`);
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}`);
  await measure('call of the function alone', 5, 20_000_000, work);
  await measure('span, off', 5, 20_000_000, () => span('work', ATTRIBUTES, work));

  const child = spawn(process.execPath, ['-e', COLLECTOR], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const config = loadConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${String(port).trim()}` });
  const telemetry = await setupLogfire({ isEnabled: true, config, runtimeMetrics: false, handleExit: false, queueCapacity: 65_536, sampleRate: 1 });
  await measure('span, on, delivered (4 attributes)', 8, 20_000, () => span('work', ATTRIBUTES, work));
  await telemetry.shutdown();

  const unsampled = await setupLogfire({ isEnabled: true, config, runtimeMetrics: false, handleExit: false, sampleRate: 0 });
  await measure('span, on, not sampled', 8, 20_000, () => span('work', ATTRIBUTES, work));
  await unsampled.shutdown();
  child.kill();
}

void main();
