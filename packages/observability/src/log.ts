import { type LevelName, levelOf } from './levels.js';
import type { Attributes } from './logfire-span.js';
import { slot } from './slot.js';

/**
 * Writes a log record, tied to the span around the caller.
 *
 * @param message A template: `{name}` is filled from the attributes, scrubbed.
 */
export function log(level: LevelName, message: string, attributes?: Attributes): void {
  slot.runtime?.log(levelOf(level), message, attributes);
}

/** {@link log} at level `debug`. */
export function debug(message: string, attributes?: Attributes): void {
  log('debug', message, attributes);
}

/** {@link log} at level `info`. */
export function info(message: string, attributes?: Attributes): void {
  log('info', message, attributes);
}

/** {@link log} at level `notice`: worth a look, nothing wrong. */
export function notice(message: string, attributes?: Attributes): void {
  log('notice', message, attributes);
}

/** {@link log} at level `warn`. */
export function warn(message: string, attributes?: Attributes): void {
  log('warn', message, attributes);
}

/** {@link log} at level `error`. */
export function error(message: string, attributes?: Attributes): void {
  log('error', message, attributes);
}

/** {@link log} at level `fatal`. */
export function fatal(message: string, attributes?: Attributes): void {
  log('fatal', message, attributes);
}
