import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { makeWords } from '../harness/corpus.js';
import { measure, summarize } from '../harness/measure.js';
import { renderTable, short } from '../harness/table.js';

const TARGET_MS = 350;

/** How long the built command takes from the prompt to the result, beside a Node.js that does nothing. */
export async function benchColdStart(): Promise<string> {
  const command = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url));
  if (!existsSync(command)) return '\nCold start: not measured, because the command is not built (npm run build).';

  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'words.txt');
  writeFileSync(file, makeWords(1000));
  const cpu: number[] = [];
  // A process can only be asked for its own processor time, so the command writes it down as it ends.
  const [hook, note] = [join(folder, 'hook.cjs'), join(folder, 'processor-time')];
  writeFileSync(hook, `process.on('exit', () => { const { user, system } = process.cpuUsage(); require('node:fs').writeFileSync(${JSON.stringify(note)}, String((user + system) / 1000)); });`);
  try {
    const timings = await measure(
      [
        { name: 'node, doing nothing', run: () => { start(['-e', '0']); } },
        { name: 'analyze, 1,000 words', run: () => { start([command, 'analyze', file, '--json']); } },
        { name: 'the same, noting its processor time', run: () => { start(['--require', hook, command, 'analyze', file, '--json']); cpu.push(Number(readFileSync(note, 'utf8'))); } },
        { name: '--version', run: () => { start([command, '--version']); } },
      ],
      { rounds: 11, warmUps: 2 },
    );
    const floor = timings.get('node, doing nothing')?.median ?? Number.NaN;
    const rows = [...timings].map(([name, { median, p99 }]) => [name, short(median), short(p99), short(median / floor)]);
    const analyzed = timings.get('analyze, 1,000 words')?.median ?? Number.NaN;
    return [
      renderTable('Cold start of the built command', ['command', 'median ms', 'p99 ms', 'against node alone'], rows),
      `analyze against the target of ${TARGET_MS} ms: ${short(analyzed / TARGET_MS)} of it; ${short(summarize(cpu).median)} ms of processor time`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs Node.js to its end. */
function start(parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`node ${parameters.join(' ')} ended with ${String(status)}: ${stderr}`);
}
