import { createDice } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { createPartialParser } from '../../src/stream/partial-parser.js';
import { documentFor, FUZZ_SCHEMAS, type FuzzSchemaName, written } from '../support/documents.js';

const SEED = 7_041_776;

describe('the partial parser', () => {
  it('arrives at what JSON.parse gives, however the text is cut', () => {
    const random = createDice(SEED);
    for (let run = 0; run < 500; run++) {
      const name = random.pick(Object.keys(FUZZ_SCHEMAS) as FuzzSchemaName[]);
      const document = documentFor(name, random);
      const text = written(document, random);
      const parser = createPartialParser();

      for (let from = 0; from < text.length; ) {
        const to = from + 1 + random.whole(7);
        parser.feed(text.slice(from, to));
        parser.snapshot();
        from = to;
      }

      expect({ seed: SEED, run, value: parser.snapshot() }).toEqual({ seed: SEED, run, value: document });
    }
  });

  it('shows texts and lists while they grow', () => {
    const parser = createPartialParser();
    const seen: unknown[] = [];

    for (const piece of ['{"na', 'me":"A', 'da","tags":["x', '","y"', '],"n":1', '2}']) {
      parser.feed(piece);
      seen.push(parser.snapshot());
    }

    expect(seen).toEqual([{}, { name: 'A' }, { name: 'Ada', tags: ['x'] }, { name: 'Ada', tags: ['x', 'y'] }, { name: 'Ada', tags: ['x', 'y'] }, { name: 'Ada', tags: ['x', 'y'], n: 12 }]);
  });

  it('does not change a snapshot that was given', () => {
    const parser = createPartialParser();
    parser.feed('{"list":[{"a":1},{"b"');
    const early = parser.snapshot();

    parser.feed(':2},{"c":3}],"more":true}');

    expect(early).toEqual({ list: [{ a: 1 }, {}] });
  });

  it('passes over prose, fences and thoughts', () => {
    const parser = createPartialParser();

    for (const character of '<think>{"no":1}</think>Here:\n```json\n{"yes":[1,2]}\n```') parser.feed(character);

    expect(parser.snapshot()).toEqual({ yes: [1, 2] });
  });

  it('has no way to a prototype', () => {
    const parser = createPartialParser();

    parser.feed('{"__proto__":{"polluted":true},"a":1}');

    expect(parser.snapshot()).toEqual({ a: 1 });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('stops at what is no JSON, and keeps what it has', () => {
    const parser = createPartialParser();

    parser.feed('{"a":1,"b":oops}');

    expect(parser.snapshot()).toEqual({ a: 1 });
  });

  it('survives 100,000 brackets', () => {
    const parser = createPartialParser();

    parser.feed('['.repeat(100_000));

    expect(Array.isArray(parser.snapshot())).toBe(true);
  });
});
