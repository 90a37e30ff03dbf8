import { Secret } from '@discord-intelligence/config';

import type { Scrubber } from '../scrub/scrubber.js';
import { cutText } from './cut-text.js';
import { errorEntries, guarded, mapEntries, ownEntries, textOf, toJson } from './object-forms.js';
import { keyReasonOf, partOf, reasonFor, type RedactionPlan } from './redaction-plan.js';

/** How much of a value is kept. */
export const ENCODE_LIMITS = {
  /** Characters of one text inside of an object. */
  text: 4096,
  /** Entries of one list or object. */
  items: 64,
  depth: 8,
  /** Characters of one attribute. */
  attribute: 32_768,
} as const;

/** A value as an attribute can hold it. */
export interface Encoded {
  /** Undefined for what has no value: `undefined` and `null`. */
  readonly value: string | number | boolean | undefined;
  /** Whether something was left out. */
  readonly isCut: boolean;
  /** Whether an object became JSON, which Logfire is told so that it shows the object again. */
  readonly isJson: boolean;
}

/** What an encoding needs to know. */
export interface EncodeOptions {
  readonly key: string;
  readonly scrubber: Scrubber;
  readonly plan?: RedactionPlan | undefined;
  /** Characters of the whole. @default 32768 */
  readonly limit?: number | undefined;
}

/** Characters kept for what ends each open list and object: `,"...[+100000]"]`, on each of the levels. */
const CLOSING = 22 * (8 + 1);


/**
 * Makes a value fit for an attribute in one bounded pass: primitives as they are, anything else as JSON, scrubbed by
 * the names of fields, by the form of texts and by the plan of its schema. It costs what is kept, not what was given;
 * getters that throw, cycles and unbounded depth are no danger.
 */
export function encodeValue(value: unknown, { key, scrubber, plan, limit = ENCODE_LIMITS.attribute }: EncodeOptions): Encoded {
  const reason = reasonFor(plan) ?? (scrubber.classOf(key) === 'sensitive' && value !== null && value !== undefined ? key : undefined);
  if (reason !== undefined && value !== null && value !== undefined) {
    return { value: reason === key ? scrubber.value(key, typeof value === 'string' ? value : '') : scrubber.mask(reason, key), isCut: false, isJson: false };
  }
  switch (typeof value) {
    case 'undefined':
      return NOTHING;
    case 'boolean':
      return { value, isCut: false, isJson: false };
    case 'number':
      // Neither NaN nor an infinity has a form in JSON; as text they are at least seen.
      return { value: Number.isFinite(value) ? value : String(value), isCut: false, isJson: false };
    case 'bigint':
      return { value: value.toString().slice(0, limit), isCut: false, isJson: false };
    case 'string': {
      const { text, isCut } = cutText(value, limit, (part) => scrubber.value(key, part));
      return { value: text, isCut, isJson: false };
    }
    case 'symbol':
    case 'function':
    case 'object': {
      if (value === null) return NOTHING;
      if (Secret.is(value)) return { value: value.toString(), isCut: false, isJson: false };
      const simple = textOf(value);
      if (simple !== undefined) return { value: scrubber.value(key, simple.slice(0, limit)), isCut: simple.length > limit, isJson: false };
      const writer = createWriter(scrubber, limit);
      writer.write(value, key, plan, 0);
      return { value: writer.text(), isCut: writer.isCut(), isJson: true };
    }
  }
}

const NOTHING: Encoded = { value: undefined, isCut: false, isJson: false };

function createWriter(scrubber: Scrubber, limit: number) {
  let text = '';
  let isCut = false;
  const path: unknown[] = [];

  return { write, text: () => text, isCut: () => isCut };

  function room(): number {
    return limit - text.length - CLOSING;
  }

  function write(value: unknown, name: string, plan: RedactionPlan | undefined, depth: number): void {
    if (value !== null && value !== undefined) {
      const reason = reasonFor(plan);
      if (reason !== undefined) {
        quote(scrubber.mask(reason, name));
        return;
      }
    }
    switch (typeof value) {
      case 'string':
        writeText(value, name);
        return;
      case 'number':
        text += Number.isFinite(value) ? String(value) : 'null';
        return;
      case 'boolean':
        text += String(value);
        return;
      case 'bigint':
        quote(value.toString().slice(0, ENCODE_LIMITS.text));
        return;
      case 'undefined':
        text += 'null';
        return;
      case 'symbol':
      case 'function':
      case 'object':
        if (value === null) text += 'null';
        else if (Secret.is(value)) quote(value.toString());
        else writeObject(value, name, plan, depth);
    }
  }

  function writeText(value: string, name: string): void {
    const most = Math.max(0, Math.min(ENCODE_LIMITS.text, room()));
    const cut = cutText(value, most, (part) => scrubber.text(part, name));
    isCut ||= cut.isCut;
    quote(cut.text);
  }

  /** JSON doubles some characters; what then does not fit is left out whole. */
  function quote(value: string): void {
    const quoted = JSON.stringify(value);
    if (quoted.length > room()) {
      isCut = true;
      text += '"..."';
    } else text += quoted;
  }

  function writeObject(value: object | symbol, name: string, plan: RedactionPlan | undefined, depth: number): void {
    const simple = textOf(value);
    if (simple !== undefined) writeText(simple, name);
    else if (path.includes(value)) quote('[Circular]');
    else if (depth >= ENCODE_LIMITS.depth || room() < 8) {
      isCut = true;
      quote('[...]');
    } else {
      path.push(value);
      try {
        writeEntries(value, name, plan, depth);
      } finally {
        path.pop();
      }
    }
  }

  function writeEntries(value: object | symbol, name: string, plan: RedactionPlan | undefined, depth: number): void {
    if (Array.isArray(value)) writeList(value, value.length, name, plan, depth);
    else if (value instanceof Set) writeList(value, value.size, name, plan, depth);
    else if (value instanceof Map) writeFields(mapEntries(value), name, plan, depth);
    else if (value instanceof Error) writeFields(errorEntries(value), name, plan, depth);
    else {
      const json = toJson(value);
      if (json === value) writeFields(ownEntries(value), name, plan, depth);
      else write(json, name, plan, depth + 1);
    }
  }

  function writeList(values: Iterable<unknown>, length: number, name: string, plan: RedactionPlan | undefined, depth: number): void {
    text += '[';
    let index = 0;
    for (const item of values) {
      if (index > 0) text += ',';
      if (index >= ENCODE_LIMITS.items || room() < 24) {
        isCut = true;
        text += JSON.stringify(`...[+${length - index}]`);
        break;
      }
      write(item, name, partOf(plan, String(index)), depth + 1);
      index += 1;
    }
    text += ']';
  }

  function writeFields(entries: Iterable<readonly [string, () => unknown]>, name: string, plan: RedactionPlan | undefined, depth: number): void {
    text += '{';
    let count = 0;
    for (const [field, read] of entries) {
      const keyReason = keyReasonOf(plan);
      const quotedField = JSON.stringify(keyReason === undefined ? scrubber.text(field.slice(0, 256), name) : scrubber.mask(keyReason, name));
      if (count >= ENCODE_LIMITS.items || room() < quotedField.length + 24) {
        isCut = true;
        text += `${count > 0 ? ',' : ''}"...":"cut"`;
        break;
      }
      const value = guarded(read);
      if (value === undefined) continue; // as JSON does
      if (count > 0) text += ',';
      count += 1;
      const at = `${name}.${field.slice(0, 64)}`;
      text += `${quotedField}:`;
      const isHidden = scrubber.classOf(field) === 'sensitive' && value !== null;
      if (isHidden) quote(scrubber.mask(field.replace(/[^A-Za-z0-9_.-]/g, '').slice(0, 40), at));
      else if (typeof value === 'string' && scrubber.classOf(field) === 'url') writeText(scrubber.value(field, value.slice(0, 8192), at), at);
      else write(value, at, partOf(plan, field), depth + 1);
    }
    text += '}';
  }
}
