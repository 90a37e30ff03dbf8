import type * as z from 'zod';

import { redactionPlanOf } from './encode/redaction-plan.js';
import type { LogfireSpan } from './logfire-span.js';
import { metrics } from './metrics/catalogue.js';
import { OURS, SUFFIX } from './names/attributes.js';
import type { Runtime } from './runtime.js';
import { slot } from './slot.js';

/** What of a Zod result is read: of `safeParse`, or of what a caller made of one. */
export type ValidationResult =
  | { readonly success: true; readonly data: unknown }
  | { readonly success: false; readonly error: { readonly issues: readonly ValidationIssue[] } };

/** What of an issue is read. */
export interface ValidationIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const MOST_ISSUES = 20;

/** What our own spans can do beside the public interface. */
interface EncodedSpan extends LogfireSpan {
  setEncoded?(key: string, value: string | number | boolean, isCut: boolean): void;
}

/**
 * Records a value as one attribute of a span, with the name of its schema beside it. What the schema marks with
 * `.meta({ sensitive: true })` or `.meta({ pii: 'email' })` is left out. The value is never parsed: give the output.
 *
 * @param span @default the span around the caller
 *
 * @example
 * const User = z.object({ id: z.number(), mail: z.string().meta({ pii: 'email' }) }).meta({ id: 'User' });
 * recordModel('user', User, user); // user = {"id":1,"mail":"[Scrubbed due to 'pii email']"}, user.schema = "User"
 */
export function recordModel<Schema extends z.core.$ZodType>(key: string, schema: Schema, value: z.core.output<Schema>, span?: LogfireSpan): void {
  const { runtime } = slot;
  if (runtime === undefined) return;
  try {
    record(runtime, span ?? runtime.currentSpan(), key, schema, value);
  } catch {
    // a schema that cannot be read
  }
}

/**
 * Counts a validation and, when it failed, notes on the span around the caller what was wrong: paths and codes, never
 * the value. The setup's `validations` says whether values that passed are recorded as well.
 */
export function recordValidation(key: string, schema: z.core.$ZodType, result: ValidationResult): void {
  const { runtime } = slot;
  if (runtime === undefined) return;
  const name = schemaNameOf(schema) ?? key;
  runtime.measure(metrics.zod.validations.definition, 1, { schema_name: name, success: result.success });
  const span = runtime.currentSpan() as EncodedSpan | undefined;
  if (runtime.validations === 'metrics' || span === undefined) return;
  if (result.success) {
    if (runtime.validations === 'all') recordModel(key, schema, result.data as never, span);
    return;
  }
  const { issues } = result.error;
  span.addEvent(OURS.validationFailedEvent, {
    'schema.name': name,
    count: issues.length,
    issues: issues.slice(0, MOST_ISSUES).map(({ path, code = 'custom', message }) => ({
      path: path.map(String).join('.').slice(0, 256),
      code,
      // The names of unknown keys are not the schema's but the input's.
      ...(code !== 'unrecognized_keys' && { message: message.slice(0, 200) }),
    })),
  });
  span.setLevel('warn');
}

function record(runtime: Runtime, span: EncodedSpan | undefined, key: string, schema: z.core.$ZodType, value: unknown): void {
  if (span?.isRecording !== true) return;
  if (value === null) {
    span.setAttribute(key, null);
    return;
  }
  const encoded = runtime.encode(value, redactionPlanOf(schema));
  if (encoded.value === undefined) return;
  if (span.setEncoded) span.setEncoded(key, encoded.value, encoded.isCut);
  else span.setAttribute(key, encoded.value);
  const name = schemaNameOf(schema);
  if (name !== undefined) span.setAttribute(key + SUFFIX.schema, name);
}

function schemaNameOf(schema: z.core.$ZodType): string | undefined {
  const meta = (schema as { meta?: () => Readonly<Record<string, unknown>> | undefined }).meta?.();
  const name = meta?.id ?? meta?.title;
  return typeof name === 'string' ? name.slice(0, 128) : undefined;
}
