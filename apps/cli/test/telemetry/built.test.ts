import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { startOtlpReceiver, startRoutedModels, temporaryFolder } from '@discord-intelligence/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

// It builds the command and starts it, on a machine that may do much else.
jest.setTimeout(240_000);

const APP = join(__dirname, '../..');
// Inside of the app, where its dependencies are found, and out of sight of everything else.
const place = join(APP, 'node_modules/.test-build', randomBytes(6).toString('hex'));
const built = join(place, 'dist');
const execute = promisify(execFile);

beforeAll(async () => {
  await mkdir(place, { recursive: true });
  // One level above the program, as ever.
  await copyFile(join(APP, 'package.json'), join(place, 'package.json'));
  const tsup = join(dirname(require.resolve('tsup/package.json')), 'dist/cli-default.js');
  await execute(process.execPath, [tsup, '--config', '../../tsup.config.ts', '--out-dir', built], { cwd: APP });
}, 240_000);
afterAll(() => rm(place, { recursive: true, force: true }));

async function run(argv: readonly string[], environment: Readonly<Record<string, string>>) {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'road.txt'), 'The new road is fine.\n');
  const { stdout, stderr } = await execute(process.execPath, [join(built, 'main.js'), ...argv], {
    cwd: folder.path,
    env: { PATH: process.env.PATH, NODE_ENV: 'test', ...environment },
  });
  return { report: JSON.parse(stdout) as unknown, stderr };
}

const ANALYZE = ['analyze', 'road.txt', '--json', '--only', 'sentiment'];

describe('the command as it is built', () => {
  it('analyses offline and loads nothing of OpenTelemetry', async () => {
    const watch = "import { Module } from 'node:module'; process.on('exit', () => process.stderr.write(Object.keys(Module._cache).filter((file) => file.includes('@opentelemetry')).join()));";
    const { report, stderr } = await run(ANALYZE, { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}` });
    expect(report).toMatchObject({ status: 'success', outcomes: { sentiment: { analysis_method: 'pattern_matching' } } });
    expect(stderr).toBe('');
  });

  it('has of the languages of zod only English in it', async () => {
    const programs = (await readdir(built)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(programs.map((name) => readFile(join(built, name), 'utf8')));
    // The bundler names each file it takes in. Someone who takes zod's whole namespace takes in them all, for every start to read.
    const languages = texts.flatMap((text) => text.match(/\bzod\/v4\/locales\/[\w-]+(?=\.js$)/gm) ?? []);
    expect(languages).toEqual(['zod/v4/locales/en']);
  });

  it('asks the models of a router, and sends one trace of it', async () => {
    await using models = await startRoutedModels();
    await using collector = await startOtlpReceiver();
    const { report, stderr } = await run(ANALYZE, {
      ENABLE_LITELLM_ROUTER: 'true',
      LITELLM_CONFIG: models.configPath,
      ENABLE_LOGFIRE: 'true',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    expect(report).toMatchObject({ status: 'success', outcomes: { sentiment: { analysis_method: 'llm_instructor', model: 'second-model' } } });
    expect(stderr).toBe('');
    const names = collector.tree().split('\n').map((line) => line.trim());
    expect(names.slice(0, 5)).toEqual(['cli.analyze [internal]', 'pipeline.analysis [internal]', 'execute_tool sentiment [internal]', 'structured sentiment_analysis [internal]', 'router general [internal]']);
    expect(names.filter((name) => name === 'chat first-model [client]')).toHaveLength(4);
    expect(names.filter((name) => name === 'chat second-model [client]')).toHaveLength(2);
  });
});
