import * as z from 'zod';

import { SchemaUnsupportedError } from '../errors/errors.js';
import type { Schema } from '../read/validate.js';

import { fingerprintOf } from './canonical-json.js';
import type { JsonSchema } from './json-schema.js';
import { strictify } from './strictify.js';

/** A schema in the form that providers get, made once for each schema object. */
export interface WireSchema {
  /** Always an object: anything else stands under `value`. */
  readonly root: JsonSchema;
  readonly isWrapped: boolean;
  readonly rootKind: 'object' | 'array' | 'other';
  /** Options of a root that is a plain choice among texts. */
  readonly rootOptions: readonly string[] | undefined;
  /** See `ChoiceRules`. */
  readonly knownKeys: ReadonlySet<string> | undefined;
  /** For strict providers; `undefined` when the schema has what they refuse. */
  readonly strict: JsonSchema | undefined;
  /** As text, for prompts. */
  readonly text: string;
  /** SHA-256 of the canonical form, in hexadecimal. */
  readonly fingerprint: string;
}

/** Kinds of zod that no JSON can carry. */
const UNSUPPORTED = new Set(['map', 'set', 'symbol', 'nan', 'promise', 'function', 'file']);

const SAFE_INTEGER = Number.MAX_SAFE_INTEGER;

// Pure in the schema object, which zod never changes: a cache, not a state.
const cache = new WeakMap<Schema, WireSchema>();

/**
 * The wire form of a schema.
 *
 * @throws {SchemaUnsupportedError} For what is no zod 4 schema, and for kinds that JSON cannot carry.
 */
export function wireSchemaOf(schema: Schema): WireSchema {
  const known = cache.get(schema);
  if (known) return known;
  const made = makeWireSchema(schema);
  cache.set(schema, made);
  return made;
}

function makeWireSchema(schema: Schema): WireSchema {
  const plain = toJsonSchema(schema);
  const isWrapped = plain.type !== 'object' || plain.$ref !== undefined;
  const root = isWrapped ? wrapped(plain) : plain;
  let strict: { readonly schema: JsonSchema | undefined } | undefined;
  let text: string | undefined;
  let fingerprint: string | undefined;
  return {
    root,
    isWrapped,
    rootKind: plain.type === 'object' || plain.anyOf?.every(({ type }) => type === 'object') === true ? 'object' : plain.type === 'array' ? 'array' : 'other',
    rootOptions: isWrapped && plain.enum?.every((option) => typeof option === 'string') ? plain.enum : undefined,
    knownKeys: !isWrapped && plain.additionalProperties === false && !plain.required?.length ? new Set(Object.keys(plain.properties ?? {})) : undefined,
    get strict() {
      strict ??= { schema: strictify(root) };
      return strict.schema;
    },
    get text() {
      return (text ??= JSON.stringify(root));
    },
    get fingerprint() {
      return (fingerprint ??= fingerprintOf(root));
    },
  };
}

function toJsonSchema(schema: Schema): JsonSchema {
  if (typeof schema !== 'object' || !('_zod' in schema)) {
    const isZod3 = typeof schema === 'object' && '_def' in (schema as object);
    throw new SchemaUnsupportedError({ kind: 'schema', message: isZod3 ? 'response_model is a schema of zod 3: use zod 4' : 'response_model is no zod schema' });
  }
  let converted: unknown;
  try {
    converted = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema, path }) => { adjust(zodSchema._zod.def, jsonSchema as JsonSchema, path); },
    });
  } catch (cause) {
    if (SchemaUnsupportedError.is(cause)) throw cause;
    throw new SchemaUnsupportedError({ kind: 'schema', message: 'response_model cannot be written as JSON Schema; see cause', cause });
  }
  // The result has a property that cannot be deleted; a copy by JSON loses it.
  const copy = JSON.parse(JSON.stringify(converted)) as JsonSchema;
  delete copy.$schema;
  return copy;
}

function adjust(def: z.core.$ZodTypeDef, json: JsonSchema, path: readonly (string | number)[]): void {
  if (UNSUPPORTED.has(def.type)) {
    throw new SchemaUnsupportedError({ kind: 'schema', message: `response_model holds a ${def.type} at ${path.join('.') || 'its root'}: JSON has none` });
  }
  if (def.type === 'date') Object.assign(json, { type: 'string', format: 'date-time' });
  if (def.type === 'bigint') json.type = 'integer';
  // With `io: 'input'` zod leaves this out, and models then add keys of their own.
  if (json.type === 'object' && json.properties && !('additionalProperties' in json)) json.additionalProperties = false;
  if (json.oneOf) {
    json.anyOf = json.oneOf;
    delete json.oneOf;
  }
  if (json.minimum === -SAFE_INTEGER) delete json.minimum;
  if (json.maximum === SAFE_INTEGER) delete json.maximum;
  // Strict providers refuse the keyword, and it says nothing: keys of JSON are texts.
  if (json.propertyNames?.type === 'string' && Object.keys(json.propertyNames).length === 1) delete json.propertyNames;
}

function wrapped({ $defs, ...value }: JsonSchema): JsonSchema {
  const inside = mapRefs(value, (ref) => (ref === '#' ? '#/properties/value' : ref));
  const definitions = $defs && mapRefs($defs, (ref) => (ref === '#' ? '#/properties/value' : ref));
  return {
    type: 'object',
    properties: { value: inside },
    required: ['value'],
    additionalProperties: false,
    ...(definitions && { $defs: definitions as Record<string, JsonSchema> }),
  };
}

function mapRefs(schema: JsonSchema, change: (ref: string) => string): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) => (key === '$ref' && typeof value === 'string' ? change(value) : value)) as JsonSchema;
}
