import type { CallOptions } from '../client/options.js';
import type { CallFactory } from '../engine/create-call.js';
import type { Engine } from '../engine/instructor.js';
import { runCall } from '../engine/run-call.js';
import { disabledError } from '../errors/disabled-error.js';
import type { DisabledReason } from '../errors/errors.js';
import type { AnyParams } from '../wrap.js';

import { createPartialSink, type PartialEvent } from './partial-events.js';
import { createPullStream } from './pull-stream.js';

/** What streams need of their client. */
export interface StreamSource {
  readonly calls: CallFactory;
  readonly getEngine: () => Engine | Promise<Engine>;
  readonly disabled: DisabledReason | undefined;
}

/** The answer while it arrives, then the validated one. */
export function streamPartials({ calls, getEngine, disabled }: StreamSource, params: AnyParams, options: CallOptions | undefined): AsyncIterable<PartialEvent<unknown>> {
  let leave: () => void = () => undefined;
  return createPullStream<PartialEvent<unknown>>(
    async (outlet) => {
      if (disabled) throw disabledError(disabled);
      const prepared = calls.prepare(params, options);
      const sink = createPartialSink(outlet, { everyMs: prepared.settings.partialEveryMs, isWrapped: prepared.model.wire.isWrapped, now: calls.client.now });
      const call = calls.open(prepared, sink);
      leave = () => { call.scope.abort('the consumer left the stream'); };
      const { data, meta } = await runCall(call, getEngine);
      void outlet.push({ type: 'final', value: data, meta });
    },
    () => { leave(); },
  );
}
