import type { Schema } from '../read/validate.js';

import { wireSchemaOf } from './wire-schema.js';

/**
 * SHA-256 of a schema's wire form, whatever the order of its keys. Two schemas
 * with one fingerprint ask a model for the same thing: fit for cache keys and traces.
 */
export function schemaFingerprint(schema: Schema): string {
  return wireSchemaOf(schema).fingerprint;
}
