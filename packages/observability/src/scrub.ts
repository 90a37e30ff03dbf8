import { Secret } from '@discord-intelligence/config';

import { encodeValue } from './encode/encode-value.js';
import { createScrubber, type Scrubber, type ScrubberOptions } from './scrub/scrubber.js';
import { slot } from './slot.js';

/**
 * Takes secrets out of a value, as telemetry does: by the names of fields and by the form of texts. Objects come back as
 * plain ones, cut to the size an attribute may have. Works while telemetry is off as well, then without the secrets
 * that only the setup knows.
 *
 * @example
 * scrub({ user: 'ada', password: 'hunter2' }); // { user: 'ada', password: "[Scrubbed due to 'password']" }
 */
export function scrub(value: unknown, options?: ScrubberOptions): unknown {
  const scrubber: Scrubber = options === undefined && slot.runtime !== undefined ? slot.runtime.scrubber : createScrubber(options);
  if (typeof value === 'string') return scrubber.text(value, 'value');
  if (typeof value !== 'object' || value === null || Secret.is(value)) return Secret.is(value) ? String(value) : value;
  const { value: encoded, isJson } = encodeValue(value, { key: 'value', scrubber });
  return isJson ? (JSON.parse(String(encoded)) as unknown) : encoded;
}

// By the identity of a list that its owner holds: a cache, and gone with it.
const protectedBy = new WeakMap<readonly (Secret | string)[], Scrubber>();

/**
 * Keeps further texts out of telemetry, such as keys read from a file; those shorter than 8 characters are ignored.
 * Telemetry has to be on. The same list is looked at once: it may be given before every call.
 */
export function protectSecrets(secrets: readonly (Secret | string)[]): void {
  const { runtime } = slot;
  if (runtime === undefined || protectedBy.get(secrets) === runtime.scrubber) return;
  protectedBy.set(secrets, runtime.scrubber);
  runtime.scrubber.protect(secrets.map((secret) => (Secret.is(secret) ? secret.reveal() : secret)));
}
