import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { temporaryFolder } from '@discord-intelligence/testing';
import { describe, expect, it, jest } from '@jest/globals';

import { spawnCli } from '../support/spawn-cli.js';

jest.setTimeout(120_000);

const APP = join(__dirname, '../..');
const PACKAGES = join(APP, '../../packages');

/** The packages that a stranger can install, by name. */
function publishedPackages(): string[] {
  return readdirSync(PACKAGES).flatMap((folder) => {
    const { name, private: isPrivate } = JSON.parse(readFileSync(join(PACKAGES, folder, 'package.json'), 'utf8')) as { readonly name: string; readonly private?: boolean };
    return isPrivate === true ? [] : [name];
  });
}

/** Tells at the end of the process which modules of OpenTelemetry it holds, and which modules at all. */
const WATCH = `
import { Module } from 'node:module';
process.on('exit', () => {
  const files = Object.keys(Module._cache);
  process.stderr.write('\\nLOADED ' + JSON.stringify({ telemetry: files.filter((file) => file.includes('@opentelemetry')).length, all: files.length }) + '\\n');
});
`;
const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(WATCH)}`;

function loadedIn(stderr: string): unknown {
  return JSON.parse(/^LOADED (.*)$/m.exec(stderr)?.[1] ?? 'null');
}

describe('while ENABLE_LOGFIRE is off', () => {
  it('a program that imports every package and analyses a text has loaded nothing of OpenTelemetry', async () => {
    const names = publishedPackages();
    expect(names).toEqual(expect.arrayContaining(['@discord-intelligence/observability', '@discord-intelligence/pipeline', '@discord-intelligence/router', '@discord-intelligence/structured-outputs']));
    const program = `
${names.map((name) => `await import('${name}');`).join('\n')}
const { analyzeText } = await import('@discord-intelligence/pipeline');
const { setupLogfire } = await import('@discord-intelligence/observability');
const telemetry = await setupLogfire();
const report = await analyzeText('My opponent is a crook, so his tax plan must be wrong.');
process.stdout.write(JSON.stringify({ enabled: telemetry.enabled, status: report.status }));
${WATCH}`;
    const { stdout, stderr } = await runProgram(program);
    expect(JSON.parse(stdout)).toEqual({ enabled: false, status: 'success' });
    expect(loadedIn(stderr)).toMatchObject({ telemetry: 0 });
  });

  it.each([
    ['off', 'false', 0],
    ['on', 'true', 100],
  ])('the command analyses: telemetry is %s', async (_name, flag, least) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'speech.txt'), 'My opponent is a crook, so his tax plan must be wrong.\n');
    const { code, stderr } = await spawnCli(['analyze', 'speech.txt', '-q'], { cwd: folder.path, environment: { NODE_OPTIONS, ENABLE_LOGFIRE: flag } });
    const { telemetry } = loadedIn(stderr) as { readonly telemetry: number };
    expect(code).toBe(0);
    // The other direction shows that the watch sees what there is to see.
    if (least === 0) expect(telemetry).toBe(0);
    else expect(telemetry).toBeGreaterThan(least);
  });
});

function runProgram(program: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const child = spawn(process.execPath, ['-C', '@discord-intelligence/source', '--import', loader, '--input-type=module', '-e', program], {
    cwd: APP,
    env: { PATH: process.env.PATH, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => { resolve({ stdout, stderr }); });
  });
}
