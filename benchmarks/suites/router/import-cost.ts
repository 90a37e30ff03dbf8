import { spawnSync } from 'node:child_process';

import { summarize } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

const ROUNDS = 11;
const WARM_UPS = 1;

const ROUTER = new URL('../../../packages/router/dist/index', import.meta.url).href;
const PROGRAMS: Readonly<Record<string, string>> = {
  'node alone': '',
  'import of the router': `await import('${ROUTER}.js');`,
  'require of the router': `(await import('node:module')).createRequire(import.meta.url)('${new URL(`${ROUTER}.cjs`).pathname}');`,
  'import of openai': "await import('openai');",
};

/** Processor time of loading the built package, over that of a process that loads nothing. */
export function benchImport(): string {
  const times = new Map<string, number[]>(Object.keys(PROGRAMS).map((name) => [name, []]));
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const [name, program] of Object.entries(PROGRAMS)) {
      const time = cpuMs(program);
      if (round >= 0) times.get(name)?.push(time);
    }
  }
  const floor = summarize(times.get('node alone') ?? []).median;
  const rows = [...times].map(([name, samples]) => {
    const { median } = summarize(samples);
    return [name, short(median), short(median - floor), short(median / floor)];
  });
  return renderTable('Loading the built package', ['program', 'CPU ms, median', 'over node alone', 'of node alone'], rows);
}

function cpuMs(program: string): number {
  const note = 'const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));';
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${program}\n${note}`], { encoding: 'utf8', cwd: import.meta.dirname });
  if (status !== 0) throw new Error(`The program "${program}" ended with ${String(status)}: ${stderr}`);
  return Number(stdout);
}
