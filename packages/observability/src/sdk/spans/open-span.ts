import { type Context, ROOT_CONTEXT, SpanKind, trace, type Tracer } from '@opentelemetry/api';

import type { AttributeMap, Attributes, SpanKindName, SpanOptions } from '../../logfire-span.js';
import { LOGFIRE } from '../../names/attributes.js';
import { blockTraceparent } from '../http/propagator.js';
import { ActiveSpan, type SpanSurroundings } from './active-span.js';
import { linked } from './linked-context.js';
import { attachHandle } from './span-handle.js';
import { createTemplates } from './template.js';

/** Begins a span; undefined when that failed, for telemetry must not be what fails. */
export type OpenSpan = (name: string, attributes: Attributes, options?: SpanOptions, parent?: Context) => ActiveSpan | undefined;

const KINDS: Readonly<Record<SpanKindName, SpanKind>> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
};
const LONGEST_NAME = 256;

/** Makes the function that begins spans. */
export function createOpenSpan(tracer: Tracer, around: SpanSurroundings, onFailure: () => void): OpenSpan {
  const fill = createTemplates();

  return (name, attributes, options = {}, parent = around.contexts.active()) => {
    try {
      const from = options.isRoot === true ? ROOT_CONTEXT : parent;
      const span = tracer.startSpan(name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name, { kind: KINDS[options.kind ?? 'internal'] }, from);
      const inside = trace.setSpan(linked(from), span);
      const active = new ActiveSpan(span, options.withoutTraceparent === true ? blockTraceparent(inside) : inside, around);
      attachHandle(span, active);
      if (!span.isRecording()) return active;
      active.describe(name.length > 1024 ? name.slice(0, 1024) : name, options.level ?? 'info', options.tags);
      const given = valuesOf(attributes, onFailure);
      if (given !== undefined) {
        active.setAttributes(given);
        const message = fill(name, (key) => show(given, key, around));
        if (message !== undefined) span.setAttribute(LOGFIRE.message, message);
      }
      return active;
    } catch {
      onFailure();
      return undefined;
    }
  };
}

function valuesOf(attributes: Attributes, onFailure: () => void): AttributeMap | undefined {
  if (typeof attributes !== 'function') return attributes;
  try {
    return attributes();
  } catch {
    onFailure();
    return undefined;
  }
}

/** A message is seen where its attribute may not be: the same rules hold. */
export function show(given: AttributeMap, key: string, { scrubber, captureContent }: Pick<SpanSurroundings, 'scrubber' | 'captureContent'>): unknown {
  const value = given[key];
  const kind = scrubber.classOf(key);
  if (value === undefined) return value;
  if (kind === 'sensitive') return scrubber.mask(key, key);
  if (kind === 'content' && captureContent !== 'full') return '[...]';
  return typeof value === 'string' ? scrubber.value(key, value.slice(0, 1024)) : value;
}
