import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { createRouterAdapter } from '../test/behaviours/adapter/router-adapter.js';
import { readBehaviours } from '../test/behaviours/dsl/behaviour-case.js';
import { runBehaviours } from '../test/behaviours/runner/run-behaviours.js';
import type { RepeatedResult } from '../test/behaviours/runner/run-twice.js';

/** Runs a file of behaviours against the router: one line a case, counts at the end, exit code 1 on a failure. */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { only: { type: 'string' }, world: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
const here = dirname(fileURLToPath(import.meta.url));
const file = positionals[0] ?? join(here, '../test/behaviours/router-behaviours.json');

if (values.help) {
  process.stdout.write('behaviours [FILE] [--only ID,ID] [--world]\n\n--world shows every result and read-out, too\n');
} else {
  const only = values.only?.split(',');
  const cases = readBehaviours(readFileSync(file, 'utf8')).filter((entry) => !only || only.includes(entry.ok ? entry.case.id : entry.id));
  const results = await runBehaviours(cases, createRouterAdapter(join(here, '../test/behaviours/adapter')), {
    onResult: print,
    onWorld: values.world
      ? ({ calls, readout, configErrors, provider }) => process.stdout.write(`${JSON.stringify({ calls, readout, configErrors, requests: provider.requests.map(({ deployment, key, closedBy, isComplete }) => ({ deployment, key, closedBy, isComplete })) }, undefined, 1)}\n`)
      : undefined,
  });
  const repeated = results.filter(({ firstReasons }) => firstReasons !== undefined).length;
  const count = (status: RepeatedResult['status']) => results.filter((result) => result.status === status).length;
  process.stdout.write(`\n${results.length} cases: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped${repeated > 0 ? `; ${repeated} with a time limit were run twice` : ''}\n`);
  process.exitCode = count('failed') > 0 || results.length === 0 ? 1 : 0;
}

function print({ id, title, status, reasons, firstReasons = [], durationMs }: RepeatedResult): void {
  const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[status];
  process.stdout.write(`${mark} ${id.padEnd(5)} ${title} (${Math.round(durationMs)} ms)\n${indent(reasons)}${firstReasons.length > 0 ? `       in a first run:\n${indent(firstReasons)}` : ''}`);
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `       ${line.replaceAll('\n', '\n       ')}\n`).join('');
}
