import { type AttributeValue, type Context, type ContextManager, type Span, SpanStatusCode } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';

import { ENCODE_LIMITS, encodeValue } from '../../encode/encode-value.js';
import { errorTypeOf } from '../../error-type.js';
import { LEVELS, type LevelName } from '../../levels.js';
import type { AttributeMap, ManualSpan } from '../../logfire-span.js';
import { COMMON, LOGFIRE, OURS, SUFFIX } from '../../names/attributes.js';
import type { ContentCapture } from '../../runtime.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import type { ScrubMatch } from '../../scrub/text-scrubber.js';
import { type JsonKinds, jsonKindOf, jsonSchemaOf } from '../json-schema.js';
import { exceptionOf } from './exception-event.js';
import type { Withheld } from './withheld.js';

/** Knows which context is active, and runs functions in one: OpenTelemetry's API, or directly what stands behind it. */
export type Contexts = Pick<ContextManager, 'active' | 'with'>;

/** What every span of one runtime shares. */
export interface SpanSurroundings {
  readonly scrubber: Scrubber;
  readonly captureContent: ContentCapture;
  readonly withheld: Withheld;
  /** What the scrubber found since the last call: it belongs to the span that is being written. */
  readonly takeFinds: () => readonly ScrubMatch[];
  readonly contexts: Contexts;
}

/** Characters of all attributes of one span. */
const SPAN_CHARACTERS = 262_144;
/** Attributes that a caller may set; what is added at the end has a place of its own. */
const MOST_ATTRIBUTES = 116;
/** Messages of a conversation may be longer than other attributes, once capturing them was asked for. */
const CONTENT_CHARACTERS = 65_536;
const NO_FINDS: readonly ScrubMatch[] = [];
const MOST_FINDS = 16;

/** A span of ours around one of the SDK. A class, because one is made for every span and closures would cost more. */
export class ActiveSpan implements ManualSpan {
  readonly context: Context;
  /** Values that need no second look, by key. */
  clean: Map<string, unknown> | undefined;
  /** What was taken out of attributes as they were set. */
  finds: readonly ScrubMatch[] = NO_FINDS;
  readonly #span: Span;
  readonly #around: SpanSurroundings;
  /**
   * The SDK's own object. Writing to it costs a third of `setAttribute`, whose checks of form and size were made here
   * already; of a span that does not record it is one of our own, and forgotten.
   */
  readonly #attributes: Record<string, AttributeValue | undefined>;
  #characters = SPAN_CHARACTERS;
  #dropped = 0;
  #count = 0;
  #nulls: string[] | undefined;
  #json: JsonKinds | undefined;
  #isEnded = false;

  constructor(span: Span, context: Context, around: SpanSurroundings) {
    this.#span = span;
    this.context = context;
    this.#around = around;
    this.#attributes = (span as Partial<ReadableSpan>).attributes ?? {};
  }

  get traceId(): string {
    return this.#span.spanContext().traceId;
  }

  get spanId(): string {
    return this.#span.spanContext().spanId;
  }

  get isRecording(): boolean {
    return !this.#isEnded && this.#span.isRecording();
  }

  setAttribute(key: string, value: unknown): void {
    if (this.#isEnded || !this.#span.isRecording() || typeof key !== 'string' || key === '') return;
    try {
      this.#set(key, value);
    } catch {
      // A value that cannot even be looked at is not worth the app's call.
    }
  }

  setAttributes(attributes: AttributeMap): void {
    for (const key in attributes) this.setAttribute(key, attributes[key]);
  }

  addEvent(name: string, attributes: AttributeMap = {}): void {
    if (!this.isRecording) return;
    try {
      this.#around.takeFinds();
      this.#span.addEvent(name.slice(0, 256), this.#encodeAll(attributes));
      this.#keepFinds();
    } catch {
      // as above
    }
  }

  recordError(error: unknown): void {
    if (!this.isRecording) return;
    try {
      this.#around.takeFinds();
      const { message, attributes } = exceptionOf(error, this.#around.scrubber, this.#around.withheld.has(error));
      this.#span.addEvent('exception', attributes);
      this.#keepFinds();
      this.#span.setStatus({ code: SpanStatusCode.ERROR, message });
      this.#span.setAttribute(COMMON.errorType, errorTypeOf(error));
      this.setLevel('error');
    } catch {
      // as above
    }
  }

  /** Marks the span as failed without an error at hand. */
  markFailed(errorType: string): void {
    if (!this.isRecording) return;
    this.#span.setStatus({ code: SpanStatusCode.ERROR });
    this.#span.setAttribute(COMMON.errorType, errorType);
    this.setLevel('error');
  }

  setLevel(level: LevelName): void {
    if (this.isRecording) this.#attributes[LOGFIRE.levelNumber] = LEVELS[level];
  }

  /** What Logfire's interface reads of every span. */
  describe(template: string, level: LevelName, tags: readonly string[] | undefined): void {
    this.#attributes[LOGFIRE.spanType] = 'span';
    this.#attributes[LOGFIRE.messageTemplate] = template;
    this.#attributes[LOGFIRE.levelNumber] = LEVELS[level];
    if (tags !== undefined) this.#attributes[LOGFIRE.tags] = tags.slice(0, 32).map((tag) => tag.slice(0, 256));
  }

  run<T>(fn: () => T): T {
    return this.#around.contexts.with(this.context, fn);
  }

  end(error?: unknown): void {
    if (this.#isEnded) return;
    if (error !== undefined) this.recordError(error);
    this.#isEnded = true;
    if (this.#nulls) this.#span.setAttribute(LOGFIRE.nullArguments, this.#nulls);
    if (this.#json) this.#span.setAttribute(LOGFIRE.jsonSchema, jsonSchemaOf(this.#json));
    if (this.#dropped > 0) this.#span.setAttribute(OURS.droppedAttributes, this.#dropped);
    this.#span.end();
  }

  [Symbol.dispose](): void {
    this.end();
  }

  #set(key: string, value: unknown): void {
    const type = typeof value;
    const kind = this.#around.scrubber.classOf(key);
    if (value === undefined) return;
    if (kind === 'leak') {
      this.#keep(OURS.leakedKey, true);
      return;
    }
    if (value === null) {
      (this.#nulls ??= []).push(key);
      return;
    }
    if (kind === 'content' && this.#around.captureContent !== 'full') return;
    if (kind !== 'sensitive' && (type === 'boolean' || (type === 'number' && Number.isFinite(value)))) {
      this.#keep(key, value as number | boolean);
      return;
    }
    if (type === 'string' && kind !== 'sensitive' && (value as string).length <= 1024) {
      // Scrubbed once the span ends, with everything else.
      this.#keep(key, value as string);
      return;
    }
    if (kind !== 'sensitive' && Array.isArray(value) && value.length <= ENCODE_LIMITS.items && isUniform(value)) {
      this.#span.setAttribute(key, value.map((item: unknown) => (typeof item === 'string' ? item.slice(0, 1024) : item)) as AttributeValue);
      return;
    }
    const { scrubber } = this.#around;
    this.#around.takeFinds(); // of somebody else
    const encoded = encodeValue(value, { key, scrubber, limit: kind === 'content' ? CONTENT_CHARACTERS : undefined });
    this.#keepFinds();
    if (encoded.value === undefined) return;
    if (!this.#keep(key, encoded.value, encoded.isJson || type === 'string')) return;
    if (encoded.isJson) (this.#json ??= {})[key] = jsonKindOf(encoded.value);
    if (encoded.isCut) this.#keep(key + SUFFIX.truncated, true);
  }

  /** Sets what was encoded elsewhere and needs no second look. */
  setEncoded(key: string, value: string | number | boolean, isCut: boolean): void {
    if (!this.isRecording) return;
    this.#keepFinds();
    if (!this.#keep(key, value, true)) return;
    if (typeof value === 'string' && (value.startsWith('{') || value.startsWith('['))) (this.#json ??= {})[key] = jsonKindOf(value);
    if (isCut) this.#keep(key + SUFFIX.truncated, true);
  }

  /** Counted by calls, which is cheap; looked at closely only once there are many. */
  #hasRoomFor(key: string): boolean {
    this.#count += 1;
    return this.#count <= MOST_ATTRIBUTES || key in this.#attributes;
  }

  #keepFinds(): void {
    const found = this.#around.takeFinds();
    if (found.length > 0 && this.finds.length < MOST_FINDS) this.finds = [...this.finds, ...found];
  }

  #keep(key: string, value: string | number | boolean, isClean = false): boolean {
    const size = typeof value === 'string' ? value.length : 8;
    if (size > this.#characters || !this.#hasRoomFor(key)) {
      this.#dropped += 1;
      return false;
    }
    this.#characters -= size;
    this.#attributes[key] = value;
    if (isClean) (this.clean ??= new Map()).set(key, value);
    return true;
  }

  #encodeAll(attributes: AttributeMap): Record<string, AttributeValue> {
    const encoded: Record<string, AttributeValue> = {};
    for (const key of Object.keys(attributes).slice(0, 64)) {
      const value = attributes[key];
      const kind = this.#around.scrubber.classOf(key);
      if (kind === 'leak' || (kind === 'content' && this.#around.captureContent !== 'full')) continue;
      if (Array.isArray(value) && value.length <= ENCODE_LIMITS.items && isUniform(value)) encoded[key] = value as AttributeValue;
      else {
        const one = encodeValue(value, { key, scrubber: this.#around.scrubber });
        if (one.value !== undefined) encoded[key] = one.value;
      }
    }
    return encoded;
  }
}

/** Lists of one primitive type stay lists; the wire has them. */
function isUniform(values: readonly unknown[]): boolean {
  const type = typeof values[0];
  return (type === 'string' || type === 'number' || type === 'boolean') && values.every((value) => typeof value === type);
}
