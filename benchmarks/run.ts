import { cpus } from 'node:os';

import { benchColdStart } from './suites/cold-start.js';
import { benchLinearity, benchOfflineAnalysis } from './suites/offline-analysis.js';
import { benchStructuredOutputs } from './suites/structured-outputs/structured-outputs.js';

const SUITES = { 'offline-analysis': benchOfflineAnalysis, linearity: benchLinearity, 'cold-start': benchColdStart, 'structured-outputs': benchStructuredOutputs };

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SUITES));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')}.`);
  process.exit(2);
}
console.log(`Node.js ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}`);
for (const [name, bench] of Object.entries(SUITES)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(await bench());
}
