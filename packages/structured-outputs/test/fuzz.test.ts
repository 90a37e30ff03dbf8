import { isDeepStrictEqual } from 'node:util';

import { createDice, type Dice } from '@discord-intelligence/testing/random';
import { describe, expect, it } from '@jest/globals';

import { judge } from '../src/read/judge.js';
import { createModelRegistry } from '../src/model/registered-model.js';

import { documentFor, FUZZ_SCHEMAS, type FuzzSchemaName, written } from './support/documents.js';

const SEED = 20_261_122;
const STRUCTURE = '{}[]",:';
const registry = createModelRegistry(() => undefined);
const names = Object.keys(FUZZ_SCHEMAS) as FuzzSchemaName[];

type Verdict = 'right' | 'other' | 'asks';

async function read(name: FuzzSchemaName, text: string, truth: unknown): Promise<Verdict> {
  const model = registry.register(FUZZ_SCHEMAS[name]);
  const judgement = await judge([{ text, repairs: [] }], { model, policy: 'full', isStrict: false });
  if (!judgement.isValid) return 'asks';
  return isDeepStrictEqual(judgement.data, truth) ? 'right' : 'other';
}

/** Breaks the structure of a text in one place. */
function broken(text: string, random: Dice): string {
  const places = structureOf(text);
  const place = random.pick(places);
  const other = random.pick(STRUCTURE.split(''));
  switch (random.whole(5)) {
    case 0:
    case 1:
      return text.slice(0, place) + text.slice(place + 1);
    case 2:
      return text.slice(0, place) + (text[place] ?? '') + text.slice(place);
    case 3:
      return text.slice(0, place) + other + text.slice(place + 1);
    default:
      return text.slice(0, place) + (text[place + 1] ?? '') + (text[place] ?? '') + text.slice(place + 2);
  }
}

/** Where the brackets, commas, colons and quotes stand that are not part of a text. */
function structureOf(text: string): readonly number[] {
  const places: number[] = [];
  let isInText = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (isInText && character === '\\') index += 1;
    else if (character === '"') {
      isInText = !isInText;
      places.push(index);
    } else if (!isInText && STRUCTURE.includes(character)) places.push(index);
  }
  return places;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('the reader, on mutated documents', () => {
  it('accepts other data than was meant in at most 3 of 1,000 broken documents', async () => {
    const random = createDice(SEED);
    const others: string[] = [];
    let broke = 0;
    let right = 0;
    while (broke < 20_000) {
      const name = random.pick(names);
      const document = documentFor(name, random);
      const text = broken(written(document, random), random);
      // `[1,2]` that became `[12]` is valid JSON: nothing in it shows that it was broken.
      if (isJson(text)) continue;
      broke += 1;
      const verdict = await read(name, text, document);
      if (verdict === 'right') right += 1;
      if (verdict === 'other') others.push(`${name}: ${text}`);
    }

    expect({ seed: SEED, others: others.length > 60 ? others.slice(0, 5) : [] }).toEqual({ seed: SEED, others: [] });
    expect(right).toBeGreaterThan(1_000);
  });

  it('never accepts a document that was cut', async () => {
    const random = createDice(SEED + 1);
    const accepted: string[] = [];
    for (let run = 0; run < 5_000; run++) {
      const name = random.pick(names);
      const text = written(documentFor(name, random), random);
      const cut = text.slice(0, 1 + random.whole(text.length - 1));
      const lead = random.pick(['', 'Here it is:\n```json\n', 'Sure! ', '<think>hm</think>']);
      if ((await read(name, lead + cut, Symbol('none'))) !== 'asks') accepted.push(`${name}: ${cut}`);
    }

    expect({ seed: SEED + 1, accepted }).toEqual({ seed: SEED + 1, accepted: [] });
  });

  it('reads every whole document as it is, also between prose and fences', async () => {
    const random = createDice(SEED + 2);
    const wrong: string[] = [];
    for (let run = 0; run < 5_000; run++) {
      const name = random.pick(names);
      const document = documentFor(name, random);
      const [lead, tail] = random.pick([['', ''], ['Here it is:\n```json\n', '\n```\nAnything else?'], ['The answer is ', ' as asked.'], ['<think>{"a":1}</think>', '']]);
      const text = `${lead}${written(document, random)}${tail}`;
      if ((await read(name, text, document)) !== 'right') wrong.push(`${name}: ${text}`);
    }

    expect({ seed: SEED + 2, wrong: wrong.slice(0, 5) }).toEqual({ seed: SEED + 2, wrong: [] });
  });
});
