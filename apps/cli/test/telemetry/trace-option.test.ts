import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { isLogfireEnabled } from '@discord-intelligence/observability';
import { startOtlpReceiver, type TemporaryFolder, temporaryFolder } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { run } from '../../src/run.js';
import { createFakeIo, type FakeIoOptions } from '../support/fake-io.js';

const TEXT = 'My opponent is a crook, so his tax plan must be wrong.\n';

let folder: TemporaryFolder;
let file: string;
beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder.path, 'speech.txt');
  await writeFile(file, TEXT);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

async function analyze(flags: readonly string[], options: FakeIoOptions = {}) {
  const io = createFakeIo({ analyzeText: 'real', ...options });
  const code = await run(['analyze', file, ...flags], io);
  return { code, ...io.said };
}

/** Lines of a tree without times. */
function treeIn(stderr: string): string[] {
  return stderr.split('\n').flatMap((line) => {
    const [, name] = /^(?:[\d:.]{12} |\s{13}[│├└ ]+)(\S.*?) {2}\d+\.\d ms/.exec(line) ?? [];
    return name === undefined ? [] : [name];
  });
}

describe('--trace', () => {
  it('shows what was done on the error stream, and changes nothing of the result', async () => {
    const plain = await analyze(['--only', 'fallacies,topics', '--json']);
    const traced = await analyze(['--only', 'fallacies,topics', '--json', '--trace']);

    expect(traced.code).toBe(0);
    expect(treeIn(traced.stderr)).toEqual(['cli.analyze', 'pipeline.analysis', 'execute_tool fallacy', 'execute_tool topic', 'execute_tool comprehensive']);
    expect(timeless(traced.stdout)).toEqual(timeless(plain.stdout));
    expect(plain.stderr).toBe('');
    for (const word of ['opponent', 'crook']) expect(traced.stderr).not.toContain(word);
  });

  it('comes after the result, also with -q', async () => {
    const order: string[] = [];
    const io = createFakeIo({ analyzeText: 'real' });
    const noting = (name: 'stdout' | 'stderr') => ({ ...io[name], write: (text: string) => { order.push(name); return io[name].write(text); } });
    await run(['analyze', file, '--trace', '-q'], { ...io, stdout: noting('stdout'), stderr: noting('stderr') });
    expect(order).toEqual(['stdout', 'stderr']);
  });

  it('sends nothing while telemetry is off, and leaves it off', async () => {
    await using collector = await startOtlpReceiver();
    const { code, stderr } = await analyze(['--trace'], { environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
    expect(code).toBe(0);
    expect(treeIn(stderr)).toContain('pipeline.analysis');
    expect(collector.exports).toHaveLength(0);
    expect(isLogfireEnabled()).toBe(false);
  });

  it('shows the tree of what failed, and ends with the code of the failure', async () => {
    const io = createFakeIo({ analyzeText: 'real' });
    const code = await run(['analyze', join(folder.path, 'none.txt'), '--trace'], io);
    expect(code).toBe(3);
    expect(io.said.stderr).toContain('no such file');
    expect(treeIn(io.said.stderr)).toEqual(['cli.analyze']);
  });

  it('shows the failure of a command that broke off', async () => {
    const { code, stderr } = await analyze(['--trace', '--base-url', 'http://127.0.0.1:1/v1'], { environment: { ENABLE_INSTRUCTOR: 'false' } });
    expect(code).toBe(2);
    expect(stderr).toMatch(/cli\.analyze {2}[\d.]+ ms {2}failed: usage no language model can be asked/);
  });

  it('shows one tree for all inputs', async () => {
    const io = createFakeIo({ analyzeText: 'real' });
    expect(await run(['analyze', file, file, '--only', 'sentiment', '--trace'], io)).toBe(0);
    expect(treeIn(io.said.stderr).filter((name) => name === 'pipeline.analysis')).toHaveLength(2);
    expect(treeIn(io.said.stderr).filter((name) => name === 'cli.analyze')).toHaveLength(1);
  });
});

function timeless(json: string): unknown {
  return JSON.parse(json, (key, value: unknown) => (key === 'duration_ms' ? 0 : value));
}
