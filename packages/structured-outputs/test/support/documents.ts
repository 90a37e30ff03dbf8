import type { Dice } from '@discord-intelligence/testing/random';
import * as z from 'zod';

const Node = z.object({
  label: z.string(),
  note: z.string().optional(),
  weight: z.number().optional(),
  get children() {
    return z.array(Node).optional();
  },
});

const Report = z.object({
  title: z.string(),
  score: z.number(),
  isFinal: z.boolean(),
  tags: z.array(z.string()),
  counts: z.array(z.number()),
  author: z.object({ name: z.string(), age: z.number().int(), email: z.string().nullable() }),
  items: z.array(z.object({ id: z.number().int(), quote: z.string(), kind: z.enum(['a', 'b', 'c']), nested: z.object({ note: z.string().optional() }).optional() })),
});

/** Accepts nearly anything: the hardest schema to be honest with. */
const Loose = z.object({ name: z.string().optional(), bio: z.string().optional(), age: z.number().optional(), tags: z.array(z.string()).optional(), inner: z.object({ name: z.string().optional(), age: z.number().optional() }).optional() });

const Strings = z.record(z.string(), z.string());

export const FUZZ_SCHEMAS = { Node, Report, Loose, Strings } as const;
export type FuzzSchemaName = keyof typeof FUZZ_SCHEMAS;

const WORDS = ['Ada', 'the Countess', 'said "hi", ok', "it's", 'a, b', 'C:\\temp', 'x: y', '{curly}', '[1]', 'line\nbreak', 'ünïcode', '', ' ', '36', 'true', 'https://a.b/c?d=e', '```json', 'wait…', 'null', 'end.', '\\d+', 'tab\there', '50%', "O'Brien"];

/** A value that fits the schema, out of texts that are hard to read. */
export function documentFor(name: FuzzSchemaName, random: Dice): unknown {
  switch (name) {
    case 'Node':
      return node(random, 3);
    case 'Report':
      return {
        title: text(random),
        score: number(random),
        isFinal: random.next() < 0.5,
        tags: list(random, 4, text),
        counts: list(random, 4, number),
        author: { name: text(random), age: random.whole(99), email: random.next() < 0.5 ? null : text(random) },
        items: list(random, 3, () => ({ id: random.whole(1_000), quote: text(random), kind: random.pick(['a', 'b', 'c']), ...(random.next() < 0.3 && { nested: { note: text(random) } }) })),
      };
    case 'Loose':
      return {
        ...(random.next() < 0.7 && { name: text(random) }),
        ...(random.next() < 0.7 && { bio: text(random) }),
        ...(random.next() < 0.7 && { age: random.whole(99) }),
        ...(random.next() < 0.7 && { tags: list(random, 4, text) }),
        ...(random.next() < 0.7 && { inner: { name: text(random), age: random.whole(99) } }),
      };
    case 'Strings':
      return Object.fromEntries(list(random, 5, (each) => [`k${each.whole(50)}`, text(each)] as const));
  }
}

/** The document as models write it: compact, spaced or indented. */
export function written(document: unknown, random: Dice): string {
  const style = random.whole(3);
  if (style === 0) return JSON.stringify(document);
  if (style === 1) return JSON.stringify(document, null, 2);
  return JSON.stringify(document, null, 1).replace(/\n\s*/g, ' ');
}

function node(random: Dice, depth: number): unknown {
  return {
    label: text(random),
    ...(random.next() < 0.4 && { note: text(random) }),
    ...(random.next() < 0.4 && { weight: number(random) }),
    ...(depth > 0 && random.next() < 0.8 && { children: list(random, 3, () => node(random, depth - 1)) }),
  };
}

function list<Item>(random: Dice, longest: number, make: (random: Dice) => Item): Item[] {
  return Array.from({ length: random.whole(longest + 1) }, () => make(random));
}

function text(random: Dice): string {
  return Array.from({ length: 1 + random.whole(2) }, () => random.pick(WORDS)).join(random.pick([' ', '', ', ']));
}

function number(random: Dice): number {
  return random.pick([0, 1, -1, 12, 1_000, 0.5, -2.25, 1e21, 123_456]);
}
