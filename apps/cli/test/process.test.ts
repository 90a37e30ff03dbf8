import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AnalysisReport } from '@discord-intelligence/pipeline';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { type CliRun, spawnCli, type SpawnCliOptions } from './support/spawn-cli.js';

// Each test starts Node and compiles the sources in it.
jest.setTimeout(120_000);

const SPEECH = 'My opponent is a crook, so his tax plan must be wrong.\n';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'cli-process-'));
  await writeFile(join(cwd, 'speech.txt'), SPEECH);
  await writeFile(join(cwd, 'empty.txt'), '');
  await writeFile(join(cwd, 'binary.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]));
  await writeFile(join(cwd, 'latin1.txt'), Buffer.from('caf\xe9 au lait', 'latin1'));
  await writeFile(join(cwd, 'long.txt'), `${SPEECH.trim()} `.repeat(Math.ceil(5_000_000 / SPEECH.length)));
  execFileSync('mkfifo', [join(cwd, 'pipe')]);
  await writeFile(join(cwd, 'huge.txt'), '');
  await truncate(join(cwd, 'huge.txt'), 4 * 1024 ** 3);
});
afterAll(() => rm(cwd, { recursive: true }));

const spawned = (argv: readonly string[], options: Omit<SpawnCliOptions, 'cwd'> = {}) => spawnCli(argv, { cwd, ...options });

/** No run ends in a stack trace, whatever else it ends in. */
function expectNoStackTrace({ stdout, stderr }: CliRun): void {
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).not.toMatch(/^\s+at /m);
}

describe('the command as a process', () => {
  it('analyses its sample without arguments, and finds fallacies in it', async () => {
    const run = await spawned([]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/FALLACIES {2}(?:[4-9]|\d\d) found/);
    for (const name of ['PERSPECTIVES', 'SENTIMENT', 'TOPICS', 'ROUTING']) expect(run.stdout).toContain(name);
    expect(run.stdout).toContain('discord-intelligence analyze <file>');
  });

  it('reads a pipe and writes JSON of the published form', async () => {
    const run = await spawned(['analyze', '-', '--json'], { stdin: SPEECH });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const document = JSON.parse(run.stdout) as unknown;
    const report = AnalysisReport.parse(document);
    expect(report).toEqual(document);
    const [fallacy] = report.analysis?.fallacy_analysis?.fallacies ?? [];
    expect(SPEECH).toContain(fallacy?.quote);
  });

  it('ends quietly when its reader goes away', async () => {
    const run = await spawned(['analyze', 'speech.txt', 'speech.txt'], { during: (child) => child.stdout?.destroy() });
    expect(run).toMatchObject({ code: 0, signal: null, stderr: '' });
  });

  it('ends with 130 when it is interrupted while it waits for input', async () => {
    const run = await spawned(['analyze', '-', '-v'], {
      during: (child) => {
        // The first words on the error stream come after the signal is listened for.
        child.stderr?.once('data', () => child.kill('SIGINT'));
      },
    });
    expect(run).toMatchObject({ code: 130, signal: null, stdout: '' });
    expect(run.stderr).toMatch(/interrupted\n$/);
    expectNoStackTrace(run);
  });

  it('reads a named pipe whose writer comes late', async () => {
    const [run] = await Promise.all([spawned(['analyze', 'pipe', '--json']), writeFile(join(cwd, 'pipe'), SPEECH)]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(run.stdout)).toMatchObject({ text: { characters: SPEECH.length } });
  });

  it('ends with 130 when it is interrupted while it waits for the writer of a pipe', async () => {
    const run = await spawned(['analyze', 'pipe', '-v'], {
      during: (child) => {
        child.stderr?.once('data', () => child.kill('SIGINT'));
      },
    });
    expect(run).toMatchObject({ code: 130, signal: null, stdout: '' });
  });

  it.each([
    ['an empty text', ['analyze', 'empty.txt'], 0, 'Nothing to analyse: empty text'],
    ['a binary file', ['analyze', 'binary.txt'], 3, 'not a text but a program'],
    ['a missing file', ['analyze', 'none.txt'], 3, 'none.txt: no such file'],
    ['a directory', ['analyze', '.'], 3, 'a directory'],
    ['a file of four gigabytes', ['analyze', 'huge.txt'], 3, 'too long'],
    ['invalid UTF-8', ['analyze', 'latin1.txt'], 3, 'not valid UTF-8 at byte 3'],
    ['an unknown flag', ['analyze', 'speech.txt', '--jsno'], 2, 'Did you mean --json?'],
  ])('answers %s clearly', async (_, argv, code, message) => {
    const run = await spawned(argv);
    expect(run).toMatchObject({ code, signal: null });
    expect(code === 0 ? run.stdout : run.stderr).toContain(message);
    expectNoStackTrace(run);
  });

  it('answers bad variables clearly, all of them at once', async () => {
    const run = await spawned(['analyze', 'speech.txt'], { environment: { INSTRUCTOR_MAX_RETRIES: 'x', INSTRUCTOR_TIMEOUT: 'y' } });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/INSTRUCTOR_MAX_RETRIES[^]*INSTRUCTOR_TIMEOUT/);
    expectNoStackTrace(run);
  });

  it('analyses five megabytes', async () => {
    const run = await spawned(['analyze', 'long.txt', '--json', '--fail-on', 'low']);
    expect(run).toMatchObject({ code: 1, stderr: '' });
    expect(AnalysisReport.parse(JSON.parse(run.stdout)).text.characters).toBeGreaterThanOrEqual(5_000_000);
  });

  it('uses no colours in a pipe unless they are forced', async () => {
    expect((await spawned(['analyze', 'speech.txt'])).stdout).not.toContain('\u001b');
    expect((await spawned(['analyze', 'speech.txt'], { environment: { FORCE_COLOR: '1' } })).stdout).toContain('\u001b[');
  });
});
