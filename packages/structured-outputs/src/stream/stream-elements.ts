import * as z from 'zod';

import type { CallOptions } from '../client/options.js';
import { runCall } from '../engine/run-call.js';
import { disabledError } from '../errors/disabled-error.js';
import { SchemaUnsupportedError } from '../errors/errors.js';
import type { RegisteredModel } from '../model/registered-model.js';
import { createValidator, type Schema } from '../read/validate.js';
import { wireSchemaOf } from '../wire/wire-schema.js';
import type { AnyParams } from '../wrap.js';

import { createElementSink } from './element-sink.js';
import { createPullStream } from './pull-stream.js';
import type { StreamSource } from './stream-partials.js';

// Pure in the element's schema: a cache, so that the wire form is made once.
const lists = new WeakMap<Schema, Schema>();

/** The elements of a list, each as soon as it is complete and valid. */
export function streamElements({ calls, getEngine, disabled }: StreamSource, params: AnyParams, options: CallOptions | undefined): AsyncIterable<unknown> {
  let leave: () => void = () => undefined;
  return createPullStream<unknown>(
    async (outlet) => {
      if (disabled) throw disabledError(disabled);
      const element = calls.register(params.response_model);
      if (element.checks.length > 0) throw new SchemaUnsupportedError({ kind: 'schema', message: 'createIterable takes no checks: put rules into the schema of the element' });
      const prepared = calls.prepare(params, options, listOf(element));
      const sink = createElementSink(outlet, {
        validate: element.validate,
        policy: prepared.settings.repair,
        isWrapped: false,
        root: 'other',
        knownKeys: element.wire.knownKeys,
        name: element.name,
        // Strict or not, null may stand for what is absent: the mode can change on the way.
        isStrict: true,
      });
      const call = calls.open({ ...prepared, settings: { ...prepared.settings, patchFrom: undefined } }, sink);
      leave = () => { call.scope.abort('the consumer left the stream'); };
      const { value, data } = await runCall(call, getEngine);
      if (Array.isArray(value) && Array.isArray(data)) await sink.finish(value, data);
    },
    () => { leave(); },
  );
}

function listOf(element: RegisteredModel): RegisteredModel {
  const schema = lists.get(element.schema) ?? z.array(element.schema);
  lists.set(element.schema, schema);
  return { ...element, schema, wire: wireSchemaOf(schema), validate: createValidator(schema), description: `A list: ${element.description ?? 'one element after the other'}` };
}
