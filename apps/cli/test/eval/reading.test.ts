import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { chooseSample } from '../../src/eval/choose-sample.js';
import { type Line, readLines } from '../../src/eval/json-lines.js';
import { mapInOrder } from '../../src/eval/map-in-order.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-reading-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('the lines of a file', () => {
  it.each([
    ['with an end of the last line', 'a\nb\n', [1, 2]],
    ['without one', 'a\nb', [1, 2]],
    ['with empty ones, which are counted', '\n\na\n \nb\n', [3, 5]],
    ['of nothing', '', []],
  ])('are read %s', async (_, content, numbers) => {
    const lines = await all(readLines(await file('lines.txt', content)));
    expect(lines.map(({ number }) => number)).toEqual(numbers);
  });

  it('are whole wherever the chunks of the file end', async () => {
    const texts = Array.from({ length: 40 }, (_, index) => `${index} ${'é👍'.repeat(3_000 + index)}`);
    const lines = await all(readLines(await file('chunks.txt', texts.join('\n'))));
    expect(lines).toEqual(texts.map((text, index): Line => ({ number: index + 1, text })));
  });

  it('that are too long or no text are named, and the next is read all the same', async () => {
    const content = Buffer.concat([Buffer.from(`short\n${'x'.repeat(400_000)}\nshort\n`), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from('short')]);
    const lines = await all(readLines(await file('odd.txt', content), 300_000));
    expect(lines.map((line) => ('text' in line ? line.text : `${line.number}: ${line.problem}`))).toEqual(['short', '2: longer than 0 MiB', 'short', '4: not valid UTF-8', 'short']);
  });
});

describe('a sample', () => {
  it('is drawn evenly, takes all of short files, and is the same each time', async () => {
    const files = [await file('long.txt', 'x\n'.repeat(1_000)), await file('short.txt', 'x\n'.repeat(3)), await file('middle.txt', 'x\n'.repeat(100))];
    const sample = await chooseSample(files, 43);
    expect(files.map((path) => sample.get(path)?.size)).toEqual([20, 3, 20]);
    expect(await chooseSample(files, 43)).toEqual(sample);
    const places = [...sample.get(files[0]!)!];
    expect(Math.max(...places)).toBeGreaterThan(500);
    expect(Math.max(...places)).toBeLessThan(1_000);
  });

  it('takes everything when there is less than was asked for', async () => {
    const path = await file('few.txt', 'x\n'.repeat(5));
    expect((await chooseSample([path], 100)).get(path)).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});

describe('work on several items at a time', () => {
  async function* numbers(count: number) {
    for (let at = 0; at < count; at += 1) yield at;
  }

  it('gives results in order, and begins no more than it may', async () => {
    let running = 0;
    let most = 0;
    const work = async (item: number) => {
      most = Math.max(most, (running += 1));
      // Later items end earlier.
      for (let turns = (20 - item) * 3; turns > 0; turns -= 1) await Promise.resolve();
      running -= 1;
      return item;
    };
    expect(await all(mapInOrder(numbers(20), work, { concurrency: 4, signal: new AbortController().signal }))).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(4);
  });

  it('ended by an abort gives what was finished, in order', async () => {
    const controller = new AbortController();
    const work = async (item: number) => {
      if (item === 2) return new Promise<number>((_, reject) => { controller.signal.addEventListener('abort', () => { reject(new Error('aborted')); }); });
      if (item === 3) setImmediate(() => { controller.abort(); });
      return item;
    };
    expect(await all(mapInOrder(numbers(10), work, { concurrency: 4, signal: controller.signal }))).toEqual([0, 1, 3, 4, 5]);
  });

  it('ended by anything else says what it was', async () => {
    const work = async (item: number) => {
      if (item === 2) throw new Error('broken');
      return item;
    };
    await expect(all(mapInOrder(numbers(10), work, { concurrency: 3, signal: new AbortController().signal }))).rejects.toThrow('broken');
  });
});
