import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

import { benchColdStart } from './suites/cold-start.js';
import { benchLinearity, benchOfflineAnalysis } from './suites/offline-analysis.js';
import { benchObservability } from './suites/observability/observability.js';
import { benchRouter } from './suites/router/router.js';
import { benchStructuredOutputs } from './suites/structured-outputs/structured-outputs.js';

const SUITES = { 'offline-analysis': benchOfflineAnalysis, linearity: benchLinearity, 'cold-start': benchColdStart, 'structured-outputs': benchStructuredOutputs, router: benchRouter, observability: benchObservability };

const { values, positionals: wanted } = parseArgs({ options: { calls: { type: 'string', default: '4000' } }, allowPositionals: true });
const calls = Number(values.calls);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
if (!Number.isInteger(calls) || calls < 1) {
  console.error(`--calls is a whole number from 1, not "${values.calls}".`);
  process.exit(2);
}
console.log(`Node.js ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, bench] of Object.entries(SUITES)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(await bench({ calls }));
}
