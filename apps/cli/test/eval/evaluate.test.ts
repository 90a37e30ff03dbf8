import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Evaluation } from '@discord-intelligence/fallacy-tool/evaluation';
import { startFakeOpenAI, toolCall } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CliError } from '../../src/errors.js';
import { run } from '../../src/run.js';
import { createFakeIo } from '../support/fake-io.js';

let folder: string;
const at = (name: string) => join(folder, name);

const CROWD = 'Everyone in town is buying this phone, so it must be the best phone there is.';
const TRAIN = 'The train to the coast leaves at nine and arrives a little after noon.';
const item = (id: string, text: string, ...types: readonly string[]) => ({ id, source: 'made', text, labels: types.map((type) => ({ type })) });
const GOLD = [item('crowd', CROWD, 'appeal_to_popularity'), item('train', TRAIN), item('missed', 'The mayor wore green shoes, and green shoes have always lost elections here.', 'false_causality'), item('tea', 'She drinks her tea without sugar and reads the paper.')];
const MANY = 3_000;
const lines = (values: readonly unknown[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-eval-'));
  await mkdir(at('set'));
  await mkdir(at('empty'));
  await mkdir(at('odd/folder.jsonl'), { recursive: true });
  await writeFile(at('set/a.jsonl'), lines(GOLD.slice(0, 2)));
  await writeFile(at('set/b.jsonl'), lines(GOLD.slice(2)));
  await writeFile(at('set/notes.txt'), 'not read');
  await writeFile(at('gold.jsonl'), lines(GOLD));
  await writeFile(at('many.jsonl'), lines(Array.from({ length: MANY }, (_, index) => item(`text ${index}`, index % 2 === 0 ? CROWD : TRAIN, ...(index % 2 === 0 ? ['appeal_to_popularity'] : [])))));
  await writeFile(at('pred.jsonl'), lines([{ id: 'crowd', labels: [{ type: 'appeal_to_popularity', confidence: 0.9 }], score: 0.9 }, { id: 'train', labels: [{ type: 'phrenology' }], score: 0.2 }, { id: 'nobody', labels: [] }]));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs `eval fallacy` with little work for intervals; gives the code, what was said, and the figures. */
async function evaluate(flags: readonly string[], options: Parameters<typeof createFakeIo>[0] = {}) {
  const io = createFakeIo(options);
  const code = await run(['eval', 'fallacy', '--bootstrap', '20', ...flags], io);
  return { code, ...io.said, figures: () => JSON.parse(io.said.stdout) as Evaluation };
}

async function predictionsIn(name: string) {
  const text = await readFile(at(name), 'utf8');
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as { id: string; labels: { type: string; start: number; end: number; confidence: number }[]; score: number; ranked: string[]; spared?: true; degraded?: string });
}

describe('eval fallacy, offline', () => {
  it('writes predictions in the form of scorers, and prints figures with both baselines', async () => {
    const { code, stdout, stderr } = await evaluate(['--gold', at('gold.jsonl'), '--pred', at('offline.jsonl')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const predictions = await predictionsIn('offline.jsonl');
    expect(predictions.map(({ id }) => id)).toEqual(['crowd', 'train', 'missed', 'tea']);
    expect(predictions[0]?.labels[0]).toMatchObject({ type: 'appeal_to_popularity', start: 0, end: CROWD.length });
    expect(new Set(predictions.map(({ ranked }) => ranked.length))).toEqual(new Set([51]));
    expect(predictions[0]!.score).toBeGreaterThan(predictions[3]!.score);
    expect(stdout).toMatch(/## made {2}n=4 \(fallacious 2, clean 2\)\ndetection {2}P 1\.000 \[.*R 0\.500/);
    expect(stdout).toMatch(/silent {3}P - {2}R 0\.000/);
    expect(stdout).toMatch(/always {3}P 0\.500 {2}R 1\.000/);
    expect(stdout).toMatch(/time for one text +p50 .*p95 .*p99 .*texts\/s/);
  });

  it('gives the same file of predictions every time, and its own score of it', async () => {
    const first = await evaluate(['--gold', at('set'), '--pred', at('one.jsonl'), '--json']);
    await evaluate(['--gold', at('set'), '--pred', at('two.jsonl'), '--concurrency', '1']);
    expect(await readFile(at('two.jsonl'), 'utf8')).toBe(await readFile(at('one.jsonl'), 'utf8'));
    const scored = await evaluate(['--gold', at('set'), '--score', at('one.jsonl'), '--json']);
    expect(scored.figures().score).toEqual(first.figures().score);
    expect(scored.figures().timing).toBeUndefined();
  });

  it('writes a report whose pictures lie beside it', async () => {
    const { code } = await evaluate(['--gold', at('gold.jsonl'), '--report', at('report.md')]);
    expect(code).toBe(0);
    const report = await readFile(at('report.md'), 'utf8');
    const pictures = Array.from(report.matchAll(/\]\((report-[a-z]+\.svg)\)/g), ([, name]) => name!);
    expect(pictures.sort()).toEqual(['report-calibration.svg', 'report-roc.svg', 'report-time.svg']);
    for (const picture of pictures) expect(await readFile(at(picture), 'utf8')).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/);
  });

  it('takes at most so many texts, evenly from the files', async () => {
    await evaluate(['--gold', at('set'), '--limit', '2', '--pred', at('limited.jsonl')]);
    const ids = (await predictionsIn('limited.jsonl')).map(({ id }) => id);
    expect(ids.map((id) => (['crowd', 'train'].includes(id) ? 'a' : 'b'))).toEqual(['a', 'b']);
  });

  it('names lines that cannot be read by their number, and loses no other', async () => {
    const bad = [JSON.stringify(GOLD[0]), '{"id": "half', '', JSON.stringify({ id: 'x', source: 'made', text: 7, labels: [] }), JSON.stringify(GOLD[1])].join('\r\n');
    await writeFile(at('bad.jsonl'), Buffer.concat([Buffer.from(`\ufeff${bad}\n`), Buffer.from([0x7b, 0xff, 0x0a]), Buffer.from(JSON.stringify(GOLD[2]))]));
    const { code, stderr, figures } = await evaluate(['--gold', at('bad.jsonl'), '--json']);
    expect(code).toBe(3);
    expect(stderr.match(/line \d+: [^;]*/g)).toEqual(['line 2: not JSON', expect.stringMatching(/^line 4: text: /), 'line 6: not valid UTF-8']);
    expect(stderr).not.toContain('half');
    expect(figures().texts).toBe(3);
  });

  it('scores what is done when it is interrupted, and ends with 130', async () => {
    const controller = new AbortController();
    const io = createFakeIo({ signal: controller.signal });
    const running = run(['eval', 'fallacy', '--gold', at('many.jsonl'), '--pred', at('part.jsonl'), '--bootstrap', '0', '--json'], io);
    // The loop lets other events in now and then: that is where Ctrl-C is heard.
    const timer = setInterval(() => {
      if (existsSync(at('part.jsonl')) && readFileSync(at('part.jsonl'), 'utf8').includes('text 20')) controller.abort(new CliError('interrupted', 'interrupted'));
    }, 1);
    const code = await running;
    clearInterval(timer);
    const done = (await predictionsIn('part.jsonl')).length;
    expect(done).toBeGreaterThan(20);
    expect(done).toBeLessThan(MANY);
    expect((JSON.parse(io.said.stdout) as Evaluation).texts).toBe(done);
    expect({ code, stderr: io.said.stderr }).toEqual({ code: 130, stderr: `discord-intelligence: interrupted; ${done} texts are done\n` });
  });

  it('ends with 130 and says nothing else when it is interrupted before the first text', async () => {
    const { code, stdout } = await evaluate(['--gold', at('gold.jsonl')], { signal: AbortSignal.abort(new CliError('interrupted', 'interrupted')) });
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  });
});

describe('eval fallacy of predictions that are there', () => {
  it('counts texts without one as silent, and says what is odd', async () => {
    const { code, stderr, figures } = await evaluate(['--gold', at('set'), '--score', at('pred.jsonl'), '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain('2 of 4 texts have no prediction');
    expect(stderr).toContain('1 predictions are of no text');
    expect(stderr).toContain('unknown fallacies in the predictions: phrenology');
    expect(figures().score.sources[0]?.detection).toMatchObject({ precision: { value: 0.5 }, recall: { value: 0.5 }, falseAlarms: { value: 0.5 } });
    expect(figures().confidenceCalibration).toMatchObject({ count: 1, brier: expect.closeTo(0.01, 9) });
  });
});

describe('eval fallacy with a language model', () => {
  const answer = (...fallacies: readonly object[]) => toolCall('fallacy_analysis', { fallacies, overall_quality: 'fair', credibility_score: 0.5, summary: 'The text argues in a single short sentence.', recommendations: [], key_issues: [] }, { usage: { prompt: 900, completion: 100, cost: 0.001 } });
  const FOUND = { fallacy_type: 'appeal_to_popularity', quote: CROWD, explanation: 'That many people buy it does not make it good.', severity: 'medium', confidence: 'high' };

  it('asks it about every text, and counts calls, tokens and cost', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(answer(FOUND), answer(), answer(), answer());
    const { code, figures } = await evaluate(['--gold', at('gold.jsonl'), '--method', 'llm', '--concurrency', '1', '--model', 'fake', '--base-url', openai.baseUrl, '--pred', at('llm.jsonl'), '--json']);
    expect(code).toBe(0);
    expect(figures().spending).toMatchObject({ texts: 4, calls: 4, spared: 0, degraded: 0, tokens: 4_000, costUsd: expect.closeTo(0.004, 9) });
    const [crowd, train] = await predictionsIn('llm.jsonl');
    expect(crowd).toMatchObject({ labels: [{ type: 'appeal_to_popularity', start: 0, end: CROWD.length, confidence: 0.8 }], score: 0.8 });
    expect(crowd?.ranked[0]).toBe('appeal_to_popularity');
    expect(train).toMatchObject({ labels: [], score: expect.closeTo(0.15, 9) });
    openai.expectNoViolations();
  });

  it('as a hybrid gives it hints, and does not ask about texts below the gate', async () => {
    await using openai = await startFakeOpenAI();
    openai.queue(answer(FOUND));
    const all = await evaluate(['--gold', at('gold.jsonl'), '--method', 'hybrid', '--gate', '0.9', '--base-url', openai.baseUrl, '--model', 'fake', '--pred', at('hybrid.jsonl'), '--json']);
    expect(all.figures().spending).toMatchObject({ texts: 4, calls: 1, spared: 3 });
    const [call] = openai.calls;
    expect(JSON.stringify(call?.body)).toContain(`appeal_to_popularity: ${CROWD}`);
    expect((await predictionsIn('hybrid.jsonl')).map(({ spared }) => spared ?? false)).toEqual([false, true, true, true]);
    openai.expectNoViolations();
  });

  it('that is interrupted scores the texts that were answered', async () => {
    await using openai = await startFakeOpenAI();
    const controller = new AbortController();
    openai.queue(answer(FOUND), answer(), () => {
      controller.abort(new CliError('interrupted', 'interrupted'));
      return { body: { kind: 'hang' } };
    });
    const { code, stderr, figures } = await evaluate(['--gold', at('gold.jsonl'), '--method', 'llm', '--concurrency', '1', '--base-url', openai.baseUrl, '--json'], { signal: controller.signal });
    expect({ code, texts: figures().texts, calls: figures().spending?.calls }).toEqual({ code: 130, texts: 2, calls: 2 });
    expect(stderr).toContain('interrupted; 2 texts are done');
  });

  it('gives up a model that never answers, and scores what was done', async () => {
    const openai = await startFakeOpenAI();
    await openai[Symbol.asyncDispose]();
    const { code, stderr, figures } = await evaluate(['--gold', at('many.jsonl'), '--method', 'llm', '--base-url', openai.baseUrl, '--json']);
    expect(code).toBe(4);
    expect(stderr).toMatch(/given up after \d+ texts, none of which the language model answered/);
    expect(figures().texts).toBeLessThan(20);
    expect(figures().spending?.degraded).toBe(figures().texts);
  });
});

describe('eval fallacy ends with a clear line', () => {
  it.each([
    [['--gold', 'nowhere.jsonl'], 3, '--gold nowhere.jsonl: no such file or folder'],
    [['--gold', 'EMPTY'], 3, 'a folder without .jsonl files'],
    [['--gold', 'NOTES'], 3, '--gold holds no annotated text'],
    [['--gold', 'ODD'], 3, 'folder.jsonl: it cannot be read (EISDIR)'],
    [['--gold', 'ODD', '--limit', '2'], 3, 'folder.jsonl: it cannot be read (EISDIR)'],
    [['--gold', 'GOLD', '--limit', '0'], 2, '--limit must be a whole number from 1'],
    [['--gold', 'GOLD', '--concurrency', 'x'], 2, '--concurrency must be a whole number'],
    [['--gold', 'GOLD', '--method', 'magic'], 2, 'Allowed choices are offline, llm, hybrid'],
    [['--gold', 'GOLD', '--method', 'llm'], 2, 'no language model can be asked'],
    [['--gold', 'GOLD', '--model', 'm'], 2, '--model and --base-url are for --method llm'],
    [['--gold', 'GOLD', '--gate', '2', '--method', 'hybrid'], 2, '--gate must be a number from 0 to 1'],
    [['--gold', 'GOLD', '--gate', '0.5'], 2, '--gate is for --method hybrid'],
    [['--gold', 'GOLD', '--pred', 'GOLD'], 2, 'that file is read as --gold'],
    [['--gold', 'GOLD', '--score', 'nowhere.jsonl'], 3, '--score nowhere.jsonl: it cannot be read (ENOENT)'],
    [['--gold', 'GOLD', '--report', 'EMPTY'], 2, '--report'],
    [['--gold', 'GOLD', '--score', 'x', '--pred', 'y'], 2, "cannot be used with option '--pred"],
    [[], 2, "required option '--gold <path>' not specified"],
  ])('for %j', async (flags, expected, message) => {
    const places: Readonly<Record<string, string>> = { GOLD: at('gold.jsonl'), EMPTY: at('empty'), ODD: at('odd'), NOTES: at('set/notes.txt') };
    const { code, stderr, stdout } = await evaluate(flags.map((flag) => places[flag] ?? flag));
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toContain(message);
  });
});
