import { slot } from './slot.js';

/**
 * Runs a function in which every span and log carries these entries, as far as `baggageKeys` of the setup allows them.
 * They stay inside of the process: no header ever carries them.
 */
export function withBaggage<T>(entries: Readonly<Record<string, string>>, fn: () => T): T {
  const { runtime } = slot;
  return runtime === undefined ? fn() : runtime.withBaggage(entries, fn);
}

/**
 * Runs a function whose outgoing calls carry no `traceparent` header: for services of others, which our trace ids are
 * no business of. `llmSpan` does so by itself.
 */
export function withoutTraceparent<T>(fn: () => T): T {
  const { runtime } = slot;
  return runtime === undefined ? fn() : runtime.withoutTraceparent(fn);
}

/**
 * Makes the `mixin` of a pino logger: every line gets `trace_id`, `span_id` and `trace_flags` of the span around it.
 *
 * @example
 * const logger = pino({ mixin: pinoMixin() });
 */
export function pinoMixin(): () => Record<string, string> {
  return () => ({ ...slot.runtime?.traceIds() });
}

/**
 * A keyed hash (HMAC-SHA256, hexadecimal) of an id that must not be stored: equal ids have equal hashes, and nobody
 * without the key can try ids out. The key is `contentHashKey` of the setup, by default a new one in each process.
 *
 * @returns undefined while telemetry is off.
 */
export function keyedHash(text: string): string | undefined {
  return slot.runtime?.hash(text);
}

/**
 * Keeps the message of an error out of every span that it passes, because it may quote a prompt: what a provider says.
 * Its kind and its stack stay. Nothing is withheld while content is captured in full.
 */
export function withhold(error: unknown): void {
  const { runtime } = slot;
  if (runtime !== undefined && runtime.captureContent !== 'full') runtime.withhold(error);
}

/** Whether a setup succeeded and was not shut down since. */
export function isLogfireEnabled(): boolean {
  return slot.runtime !== undefined;
}

/**
 * Tries to deliver what was collected so far. Never rejects.
 *
 * @param timeoutMs Milliseconds it may take. @default 3000
 * @returns Whether nothing is left to deliver.
 */
export async function flush(timeoutMs = 3000): Promise<boolean> {
  return (await slot.runtime?.flush(timeoutMs)) ?? true;
}

/**
 * Delivers what was collected and turns telemetry off. Never rejects; a second call does nothing.
 *
 * @param timeoutMs Milliseconds it may take; what is not delivered then is lost. @default 3000
 */
export async function shutdown(timeoutMs = 3000): Promise<void> {
  await slot.runtime?.shutdown(timeoutMs);
}
