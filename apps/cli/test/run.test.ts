import { mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { AnalyzeText } from '@discord-intelligence/pipeline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { CliError } from '../src/errors.js';
import { run } from '../src/run.js';
import { anOutcome, aReport, aReportOf, aSkippedReport } from './support/a-report.js';
import { createFakeIo } from './support/fake-io.js';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-run-'));
  await writeFile(at('one.txt'), 'The first text.\n');
  await writeFile(at('two.txt'), '\ufeffThe second text.\n');
  await writeFile(at('binary.txt'), Buffer.from([0x61, 0, 0x62]));
  await writeFile(at('latin1.txt'), Buffer.from('caf\xe9', 'latin1'));
  await mkdir(at('folder'));
  await symlink('loop', at('loop'));
});
afterAll(() => rm(folder, { recursive: true }));

/** An analyser that keeps what it was given. */
function recordingAnalyzer() {
  const calls: Parameters<AnalyzeText>[] = [];
  const analyzeText: AnalyzeText = async (...call) => {
    calls.push(call);
    return aReport();
  };
  return { calls, analyzeText };
}

describe('analyze', () => {
  it('analyses a file and reports to standard output alone', async () => {
    const { calls, analyzeText } = recordingAnalyzer();
    const io = createFakeIo({ analyzeText });
    expect(await run(['analyze', at('one.txt')], io)).toBe(0);
    expect(calls.map(([input]) => input)).toEqual(['The first text.\n']);
    expect(io.said.stdout).toContain('FALLACIES');
    expect(io.said.stderr).toBe('');
  });

  it('reads standard input as -, whatever its chunks cut apart', async () => {
    const { calls, analyzeText } = recordingAnalyzer();
    const bytes = Buffer.from('\ufeffZoë 👍\n');
    const io = createFakeIo({ analyzeText, stdin: Array.from(bytes, (byte) => Uint8Array.of(byte)) });
    expect(await run(['analyze', '-'], io)).toBe(0);
    expect(calls[0]?.[0]).toBe('Zoë 👍\n');
    expect(io.said.stdout).toMatch(/^standard input\n/);
  });

  it('says how to end the input when a person types it, unless told to be quiet', async () => {
    const loud = createFakeIo({ stdin: ['x'], stdinIsTty: true });
    await run(['analyze', '-'], loud);
    expect(loud.said.stderr).toContain('Ctrl-D');
    const quiet = createFakeIo({ stdin: ['x'], stdinIsTty: true });
    await run(['analyze', '-', '-q'], quiet);
    expect(quiet.said.stderr).toBe('');
  });

  it('hands on the title and the analyses that were asked for', async () => {
    const { calls, analyzeText } = recordingAnalyzer();
    const io = createFakeIo({ analyzeText });
    await run(['analyze', at('one.txt'), '--title', 'A speech', '--only', 'topics,fallacies'], io);
    expect(calls[0]).toMatchObject([{ text: 'The first text.\n', title: 'A speech' }, { only: ['fallacies', 'topics'] }]);
    expect(io.said.stdout).toMatch(/^A speech\n/);
  });

  describe('in JSON', () => {
    it('gives the report itself for one input', async () => {
      const io = createFakeIo();
      expect(await run(['analyze', at('one.txt'), '--json'], io)).toBe(0);
      expect(JSON.parse(io.said.stdout)).toEqual(aReport());
    });

    it('gives a list for several, each with its input, errors among them', async () => {
      const io = createFakeIo();
      expect(await run(['analyze', at('one.txt'), at('none.txt'), at('two.txt'), '--json'], io)).toBe(3);
      expect(JSON.parse(io.said.stdout)).toEqual([
        { input: at('one.txt'), ...aReport() },
        { input: at('none.txt'), error: { code: 'input_missing', message: expect.stringContaining('no such file') } },
        { input: at('two.txt'), ...aReport() },
      ]);
    });

    it('gives one line for each input as --jsonl', async () => {
      const io = createFakeIo();
      expect(await run(['analyze', at('one.txt'), at('folder'), '--jsonl'], io)).toBe(3);
      const lines = io.said.stdout.trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
        { input: at('one.txt'), ...aReport() },
        { input: at('folder'), error: { code: 'input_is_directory', message: expect.stringContaining('a directory') } },
      ]);
    });

    it('is valid for an empty text, which is no failure', async () => {
      const io = createFakeIo({ analyzeText: async () => aSkippedReport(), stdin: [] });
      expect(await run(['analyze', '-', '--json'], io)).toBe(0);
      expect(JSON.parse(io.said.stdout)).toMatchObject({ status: 'skipped', reason: 'empty text' });
    });

    it('gives nothing when the only input cannot be read', async () => {
      const io = createFakeIo();
      expect(await run(['analyze', at('none.txt'), '--json'], io)).toBe(3);
      expect(io.said.stdout).toBe('');
    });
  });

  it('writes Markdown', async () => {
    const io = createFakeIo();
    expect(await run(['analyze', at('one.txt'), at('two.txt'), '--md'], io)).toBe(0);
    expect(io.said.stdout.match(/^# .*$/gm)).toHaveLength(2);
  });

  it('writes to a file instead of standard output', async () => {
    const io = createFakeIo({ stdoutIsTty: true });
    expect(await run(['analyze', at('one.txt'), '--out', at('report.txt')], io)).toBe(0);
    expect(io.said.stdout).toBe('');
    const written = await readFile(at('report.txt'), 'utf8');
    expect(written).toContain('FALLACIES');
    // A file is no terminal, so it gets no colours.
    expect(written).not.toContain('\u001b');
  });

  it('leaves an old result alone when no input could be read', async () => {
    await writeFile(at('old.txt'), 'old');
    expect(await run(['analyze', at('none.txt'), '--out', at('old.txt')], createFakeIo())).toBe(3);
    expect(await readFile(at('old.txt'), 'utf8')).toBe('old');
  });

  it('goes on to the other inputs when one is bad, and tells of it', async () => {
    const io = createFakeIo();
    expect(await run(['analyze', at('none.txt'), at('binary.txt'), at('one.txt')], io)).toBe(3);
    expect(io.said.stderr.split('\n').filter((line) => line.startsWith('discord-intelligence: '))).toHaveLength(2);
    expect(io.said.stdout).toContain('one.txt');
  });

  it.each([
    ['a missing file', 'none.txt', 'no such file'],
    ['a directory', 'folder', 'a directory'],
    ['a binary file', 'binary.txt', 'binary'],
    ['invalid UTF-8', 'latin1.txt', 'not valid UTF-8 at byte 3'],
    ['a link to itself', 'loop', 'leads back to itself'],
    ['a path through a file', 'one.txt/x', 'not a directory'],
  ])('tells of %s with code 3 and no stack trace', async (_, name, message) => {
    const io = createFakeIo();
    expect(await run(['analyze', at(name)], io)).toBe(3);
    expect(io.said.stdout).toBe('');
    expect(io.said.stderr).toContain(message);
    expect(io.said.stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('says that links are not fetched', async () => {
    const io = createFakeIo();
    expect(await run(['analyze', 'https://example.org/speech'], io)).toBe(3);
    expect(io.said.stderr).toContain('links are not fetched');
  });

  it('refuses a huge file by its size, before reading any of it', async () => {
    // Sparse: four gigabytes that take no room, and would take seconds to read.
    await writeFile(at('huge.txt'), '');
    await truncate(at('huge.txt'), 4 * 1024 ** 3);
    const { calls, analyzeText } = recordingAnalyzer();
    const io = createFakeIo({ analyzeText });
    expect(await run(['analyze', at('huge.txt')], io)).toBe(3);
    expect(io.said.stderr).toContain('too long: 4294967296 bytes');
    expect(calls).toEqual([]);
  });

  it('stops reading an endless input as soon as it is too long', async () => {
    let chunks = 0;
    const endless = {
      isTty: false,
      async *read() {
        for (;;) {
          chunks += 1;
          yield Buffer.alloc(100, 'a');
        }
      },
    };
    const io = { ...createFakeIo({ environment: { ANALYSIS_MAX_CHARACTERS: '1000' } }), stdin: endless };
    expect(await run(['analyze', '-'], io)).toBe(3);
    expect(chunks).toBe(31);
  });

  it('counts characters, not bytes, against the limit', async () => {
    const environment = { ANALYSIS_MAX_CHARACTERS: '4' };
    expect(await run(['analyze', '-'], createFakeIo({ environment, stdin: ['日本語。'] }))).toBe(0);
    const io = createFakeIo({ environment, stdin: ['日本語。。'] });
    expect(await run(['analyze', '-'], io)).toBe(3);
    expect(io.said.stderr).toContain('5 characters, and at most 4 characters are analysed (ANALYSIS_MAX_CHARACTERS)');
  });

  describe('with --fail-on', () => {
    it.each([
      ['low', ['low'], 1],
      ['high', ['medium', 'low'], 0],
      ['high', ['low', 'critical'], 1],
      ['critical', ['high'], 0],
      ['low', [], 0],
    ] as const)('%s and findings of %j the code is %d', async (severity, found, code) => {
      const io = createFakeIo({ analyzeText: async () => aReportOf(...found) });
      expect(await run(['analyze', at('one.txt'), '--fail-on', severity], io)).toBe(code);
      expect(io.said.stdout).toContain('FALLACIES');
    });

    it('does not pass a text whose fallacies could not be looked for', async () => {
      const outcomes = { fallacies: anOutcome({ status: 'failed', analysis_method: null, reason: 'it broke' }) };
      const io = createFakeIo({ analyzeText: async () => aReport({ status: 'failed', reason: 'x', analysis: null, outcomes }) });
      expect(await run(['analyze', at('one.txt'), '--fail-on', 'low'], io)).toBe(4);
      expect(io.said.stderr).toContain('the analysis of fallacies failed: it broke');
    });

    it('asks for the analysis it looks at', async () => {
      const io = createFakeIo();
      expect(await run(['analyze', at('one.txt'), '--fail-on', 'low', '--only', 'topics'], io)).toBe(2);
      expect(io.said.stderr).toContain('--only');
    });
  });

  it('tells timings, settings and memory with -v, on the error stream', async () => {
    const io = createFakeIo({ environment: { LOG_LEVEL: 'debug' } });
    expect(await run(['analyze', at('one.txt'), '-v'], io)).toBe(0);
    expect(io.said.stderr).toContain('LOG_LEVEL (environment)');
    expect(io.said.stderr).toContain('fallacies 1.5 ms');
    expect(io.said.stderr).toMatch(/Memory at its highest: \d+ MiB/);
  });

  it('hints at odd settings without repeating them every time', async () => {
    const io = createFakeIo({ environment: { OPENAI_API_KEY: 'your-key-here' } });
    expect(await run(['analyze', at('one.txt')], io)).toBe(0);
    expect(io.said.stderr).toBe('Note: something is odd about the settings; see it with: discord-intelligence config print\n');
  });

  it('uses the width and colours of the terminal', async () => {
    const io = createFakeIo({ stdoutIsTty: true, columns: 44 });
    await run(['analyze', at('one.txt')], io);
    expect(io.said.stdout).toContain('\u001b[');
    const plain = createFakeIo({ stdoutIsTty: true, columns: 44, environment: { NO_COLOR: '1' } });
    await run(['analyze', at('one.txt')], plain);
    expect(plain.said.stdout).not.toContain('\u001b[');
    expect(plain.said.stdout).toContain('The text of 30 words in 3 sentences was\n');
  });

  it('shows no name of a file raw', async () => {
    const name = 'a\u001b[31mb.txt';
    await writeFile(at(name), 'text');
    const io = createFakeIo();
    await run(['analyze', at(name), at('no\u001b[2J')], io);
    expect(io.said.stdout + io.said.stderr).not.toContain('\u001b');
  });

  it('ends quietly when nobody reads any more', async () => {
    const { calls, analyzeText } = recordingAnalyzer();
    const io = createFakeIo({ analyzeText, closesAfter: 1 });
    expect(await run(['analyze', at('one.txt'), at('two.txt'), at('one.txt'), '--jsonl'], io)).toBe(0);
    expect(io.said.stderr).toBe('');
    // The third text is not worked on for nobody.
    expect(calls).toHaveLength(2);
  });

  it('ends with 130 on Ctrl-C, without a result', async () => {
    const controller = new AbortController();
    const analyzeText: AnalyzeText = async (_, { signal } = {}) => {
      controller.abort(new CliError('interrupted', 'interrupted'));
      signal?.throwIfAborted();
      return aReport();
    };
    const io = createFakeIo({ analyzeText, signal: controller.signal });
    expect(await run(['analyze', at('one.txt')], io)).toBe(130);
    expect(io.said.stdout).toBe('');
  });

  it('reports a defect in one line with code 70, and where it is with -v', async () => {
    const analyzeText: AnalyzeText = async () => {
      throw new TypeError('x is not\na function');
    };
    const short = createFakeIo({ analyzeText });
    expect(await run(['analyze', at('one.txt')], short)).toBe(70);
    expect(short.said.stderr).toBe(
      'discord-intelligence: this is a defect of the program, please report it: TypeError: x is not a function (-v shows where)\n',
    );
    const long = createFakeIo({ analyzeText });
    expect(await run(['analyze', at('one.txt'), '-v'], long)).toBe(70);
    expect(long.said.stderr).toContain('run.test.ts');
  });
});

describe('the command line', () => {
  it.each([
    ['an unknown flag', ['analyze', 'x', '--jsno'], 'Did you mean --json?'],
    ['an unknown flag before a command', ['--jsno'], "unknown option '--jsno'"],
    ['an unknown command', ['analyse', 'x'], 'Did you mean analyze?'],
    ['a file in place of a command', ['speech.txt'], 'discord-intelligence analyze <file>'],
    ['no input', ['analyze'], "missing required argument 'inputs'"],
    ['a flag without its value', ['analyze', 'x', '--out'], "'-o, --out <file>' argument missing"],
    ['a severity that does not exist', ['analyze', 'x', '--fail-on', 'hihg'], 'Allowed choices are low, medium, high, critical'],
    ['an analysis that does not exist', ['analyze', 'x', '--only', 'sentimnet'], 'Did you mean sentiment?'],
    ['two forms at once', ['analyze', 'x', '--json', '--md'], 'cannot be used with'],
    ['quiet and verbose', ['analyze', 'x', '-q', '-v'], 'cannot be used with'],
    ['standard input twice', ['analyze', '-', '-'], 'a single time'],
    ['one title for two texts', ['analyze', 'x', 'y', '--title', 't'], '--title names one text'],
    ['too many arguments', ['doctor', 'now'], 'too many arguments'],
    ['half a command', ['config'], 'print'],
    ['escape sequences', ['analyze', 'x', '--\u001b[31m'], '␛[31m'],
  ])('is refused with code 2 for %s', async (_, argv, message) => {
    const io = createFakeIo();
    expect(await run(argv, io)).toBe(2);
    expect(io.said.stderr).toContain(message);
    expect(io.said.stderr).not.toContain('\u001b');
    expect(io.said.stderr).not.toMatch(/\n\s+at /);
    expect(io.said.stdout).toBe('');
  });

  it('lists every bad setting at once, with code 2', async () => {
    const io = createFakeIo({ environment: { INSTRUCTOR_MAX_RETRIES: 'many', ENABLE_LOGFIRE: 'perhaps' } });
    expect(await run(['analyze', at('one.txt')], io)).toBe(2);
    expect(io.said.stderr).toContain('INSTRUCTOR_MAX_RETRIES');
    expect(io.said.stderr).toContain('ENABLE_LOGFIRE');
    expect(io.said.stdout).toBe('');
  });

  it('tells its version', async () => {
    const io = createFakeIo();
    expect(await run(['--version'], io)).toBe(0);
    expect(io.said.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([[['--help']], [['analyze', '--help']], [['doctor', '-h']], [['config', 'print', '--help']], [['help', 'analyze']]])(
    'helps with %j',
    async (argv) => {
      const io = createFakeIo();
      expect(await run(argv, io)).toBe(0);
      expect(io.said.stdout).toContain('Usage: discord-intelligence');
      expect(io.said.stderr).toBe('');
    },
  );

  it('analyses the bundled sample without arguments and says how to go on', async () => {
    const { calls, analyzeText } = recordingAnalyzer();
    const io = createFakeIo({ analyzeText });
    expect(await run([], io)).toBe(0);
    expect(JSON.stringify(calls[0]?.[0])).toContain('Harbour Street');
    expect(io.said.stdout).toContain('discord-intelligence analyze <file>');
    expect(io.said.stderr).toBe('');
  });
});
