import * as z from 'zod';

import type { Check } from '../checks/check.js';
import { createValidator, type Schema, type Validator } from '../read/validate.js';
import { lintSchema, type WireFinding } from '../wire/lint.js';
import { wireSchemaOf, type WireSchema } from '../wire/wire-schema.js';

import type { ResponseModel } from './response-model.js';

/** A response model, ready to be asked for. */
export interface RegisteredModel {
  readonly schema: Schema;
  readonly wire: WireSchema;
  readonly validate: Validator;
  readonly name: string;
  readonly description: string | undefined;
  readonly version: number | undefined;
  readonly checks: readonly Check<never>[];
}

/** Turns schemas and response models into registered ones, once each. */
export interface ModelRegistry {
  /** @throws {SchemaUnsupportedError} */
  register(model: unknown): RegisteredModel;
}

/** @param onFindings - Gets what lint says of each schema, when it is used first. */
export function createModelRegistry(onFindings: (name: string, findings: readonly WireFinding[]) => void): ModelRegistry {
  const known = new WeakMap<object, RegisteredModel>();
  return {
    register(model) {
      const isObject = typeof model === 'object' && model !== null;
      const earlier = isObject ? known.get(model) : undefined;
      if (earlier) return earlier;
      const made = makeModel(model);
      if (isObject) known.set(model, made);
      onFindings(made.name, lintSchema(made.schema));
      return made;
    },
  };
}

function makeModel(model: unknown): RegisteredModel {
  const isNamed = typeof model === 'object' && model !== null && !('_zod' in model) && 'schema' in model;
  // Checked by wireSchemaOf, whatever it is.
  const given = (isNamed ? model : { schema: model }) as ResponseModel;
  const wire = wireSchemaOf(given.schema);
  const registered = z.globalRegistry.get(given.schema);
  return {
    schema: given.schema,
    wire,
    validate: createValidator(given.schema),
    name: toolName(given.name ?? registered?.title ?? registered?.id ?? 'answer'),
    description: given.description ?? registered?.description,
    version: given.version,
    checks: (given.checks ?? []),
  };
}

/** OpenAI takes letters, digits, `_` and `-`, 64 of them. */
function toolName(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64) || 'answer';
}
