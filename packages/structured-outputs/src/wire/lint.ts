import type { Schema } from '../read/validate.js';

import { childrenOf, type JsonSchema } from './json-schema.js';
import { wireSchemaOf } from './wire-schema.js';

/** What about a schema will make answers worse. */
export type WireFindingCode = 'not-strict' | 'tuple' | 'record' | 'any-value' | 'deep' | 'large' | 'missing-description';

/** One finding of {@link lintSchema}. */
export interface WireFinding {
  readonly code: WireFindingCode;
  readonly path: readonly (string | number)[];
  /** What it means and what to do. */
  readonly message: string;
}

/** Levels of nesting beyond which small models lose track (OpenAI's strict limit is 10). */
const DEEP = 6;

/** Tokens that a schema adds to each prompt before it is worth a thought. */
const LARGE_TOKENS = 2_000;

/** Characters of JSON to one token, on average. */
const CHARACTERS_PER_TOKEN = 3.5;

/**
 * Looks a schema over before it is used: what providers refuse in strict mode,
 * what models get wrong, what it costs.
 *
 * @throws {SchemaUnsupportedError} When it cannot be sent at all.
 */
export function lintSchema(schema: Schema): readonly WireFinding[] {
  const wire = wireSchemaOf(schema);
  const findings: WireFinding[] = [];
  visit(wire.isWrapped ? (wire.root.properties?.value ?? wire.root) : wire.root, [], 0, findings);
  if (!wire.strict) findings.push({ code: 'not-strict', path: [], message: 'has no strict form: JSON_SCHEMA mode will ask without the guarantee' });
  const tokens = Math.ceil(wire.text.length / CHARACTERS_PER_TOKEN);
  if (tokens > LARGE_TOKENS) findings.push({ code: 'large', path: [], message: `takes about ${tokens} tokens of every prompt: split it, or shorten descriptions` });
  return findings;
}

function visit(schema: JsonSchema, path: readonly (string | number)[], depth: number, findings: WireFinding[]): void {
  if (schema.prefixItems) findings.push({ code: 'tuple', path, message: 'is a tuple, which strict providers refuse: use an object with named fields' });
  if (typeof schema.additionalProperties === 'object') findings.push({ code: 'record', path, message: 'is a record, which strict providers refuse: use a list of key and value' });
  const isAny = schema.type === undefined && !schema.anyOf && !schema.enum && !('const' in schema) && schema.$ref === undefined && !schema.allOf;
  if (isAny) findings.push({ code: 'any-value', path, message: 'takes any value: say what is wanted' });
  if (depth === DEEP + 1) findings.push({ code: 'deep', path, message: `lies ${depth} levels deep: models lose track beyond ${DEEP}` });
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    if (property.description === undefined && property.const === undefined && property.$ref === undefined) {
      findings.push({ code: 'missing-description', path: [...path, key], message: 'has no description: one sentence makes answers better' });
    }
  }
  for (const child of childrenOf(schema)) visit(child.schema, [...path, ...child.path], child.path.length > 0 ? depth + 1 : depth, findings);
}
