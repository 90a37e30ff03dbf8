import type { AttributeValue } from '@opentelemetry/api';

import { encodeValue } from '../../encode/encode-value.js';
import type { ContentCapture } from '../../runtime.js';
import { LOGFIRE, OURS } from '../../names/attributes.js';
import type { Scrubber } from '../../scrub/scrubber.js';
import type { ScrubMatch } from '../../scrub/text-scrubber.js';

/** Attributes as the SDK holds them: a plain object that may be changed until it is exported. */
export type MutableAttributes = Record<string, AttributeValue | undefined>;

/** Values that are known to be clean, by key: JSON of ours, which was scrubbed as it was made. */
export type CleanValues = ReadonlyMap<string, unknown> | undefined;

const MOST_NOTED = 16;
/** What an attribute costs beside its text, in characters; a rough guess is enough to bound memory. */
const OVERHEAD = 48;

/**
 * Scrubs the attributes of one span, event, link or log record in place: those of others' instrumentations as well.
 *
 * @returns Their size in characters.
 */
export function scrubAttributes(attributes: MutableAttributes, scrubber: Scrubber, capture: ContentCapture, clean?: CleanValues): number {
  let size = 0;
  for (const key in attributes) {
    const value = attributes[key];
    const kind = scrubber.classOf(key);
    size += key.length + OVERHEAD;
    if (kind === 'leak') {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the SDK's own object: its key is the leak
      delete attributes[key];
      attributes[OURS.leakedKey] = scrubber.mask('name', OURS.leakedKey);
      continue;
    }
    if (isNested(value)) {
      // Log records of other libraries can hold whole trees.
      const json = encodeValue(value, { key, scrubber }).value ?? '';
      attributes[key] = json;
      size += String(json).length;
    } else if (typeof value === 'string') {
      const scrubbed = clean?.get(key) === value ? value : scrubber.valueOf(kind, key, value);
      if (scrubbed !== value) attributes[key] = scrubbed;
      size += scrubbed.length;
    } else if (Array.isArray(value)) {
      const texts = value as (string | number | boolean | null | undefined)[];
      if (texts.some((item) => typeof item === 'string') || kind === 'sensitive') {
        attributes[key] = texts.map((item) => (typeof item === 'string' ? scrubber.valueOf(kind, key, item) : kind === 'sensitive' ? scrubber.mask(key, key) : item)) as AttributeValue;
        for (const item of texts) size += typeof item === 'string' ? item.length : 8;
      } else size += 8 * texts.length;
    } else if (kind === 'sensitive' && value !== undefined) {
      attributes[key] = scrubber.mask(key, key);
    }
    // Content is let in by the switch alone, whoever set the attribute; hashes of ours are marked as clean.
    if (kind === 'content' && capture !== 'full' && clean?.get(key) !== value) {
      attributes[key] = scrubber.mask('content', key);
    }
  }
  return size;
}

function isNested(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => typeof item === 'object' && item !== null);
  return typeof value === 'object' && value !== null;
}

/** What the SDK's span lets be changed before it is exported. */
export interface ScrubbableSpan {
  name: string;
  readonly attributes: MutableAttributes;
  readonly events: readonly { name: string; readonly attributes?: MutableAttributes | undefined }[];
  readonly links: readonly { readonly attributes?: MutableAttributes | undefined }[];
  status: { readonly code: number; readonly message?: string };
}

/**
 * Scrubs a whole span in place, once, before anything reads it.
 *
 * @returns Its size in characters.
 */
export function scrubSpan(span: ScrubbableSpan, scrubber: Scrubber, capture: ContentCapture, clean?: CleanValues): number {
  const name = scrubber.name(span.name, 'name');
  if (name !== span.name) span.name = name;
  let size = name.length + 200 + scrubAttributes(span.attributes, scrubber, capture, clean);
  for (const event of span.events) {
    event.name = scrubber.text(event.name, 'event');
    if (event.attributes) size += scrubAttributes(event.attributes, scrubber, capture);
    size += event.name.length + OVERHEAD;
  }
  for (const link of span.links) {
    if (link.attributes) size += scrubAttributes(link.attributes, scrubber, capture);
    size += OVERHEAD;
  }
  const { message } = span.status;
  if (message !== undefined) span.status = { code: span.status.code, message: scrubber.text(message, 'status') };
  return size;
}

/** Lists on a span what was taken out of it, in the form Logfire's interface reads. */
export function noteScrubbed(attributes: MutableAttributes, early: readonly ScrubMatch[] | undefined, late: readonly ScrubMatch[]): void {
  if ((early === undefined || early.length === 0) && late.length === 0) return;
  const seen = new Map([...(early ?? []), ...late].map((match) => [match.path, match]));
  attributes[LOGFIRE.scrubbed] = JSON.stringify(
    [...seen.values()].slice(0, MOST_NOTED).map(({ path, reason }) => ({ path: ['attributes', path.slice(0, 128)], matched_substring: reason })),
  );
}
