import { cutText } from '../../encode/cut-text.js';
import { COMMON } from '../../names/attributes.js';
import type { Scrubber } from '../../scrub/scrubber.js';

/** How an error is told of. */
export interface ExceptionEvent {
  readonly message: string;
  /** Of the event `exception`, by the OpenTelemetry conventions. */
  readonly attributes: Record<string, string>;
}

const STACK_CHARACTERS = 16_384;
const MESSAGE_CHARACTERS = 4096;
const WITHHELD = '[withheld: it may quote the prompt]';

/**
 * Describes what was thrown, scrubbed and cut. May throw what its getters throw.
 *
 * @param isWithheld Whether its message stays out; the places of its stack do not.
 */
export function exceptionOf(error: unknown, scrubber: Scrubber, isWithheld: boolean): ExceptionEvent {
  const { message, stack, name } = describe(error);
  const cut = (text: string, most: number) => cutText(text, most, (part) => scrubber.text(part, COMMON.exceptionMessage)).text;
  const shown = isWithheld ? WITHHELD : cut(message, MESSAGE_CHARACTERS);
  return {
    message: shown,
    attributes: {
      [COMMON.exceptionType]: name,
      [COMMON.exceptionMessage]: shown,
      // The first lines of a stack repeat the message.
      ...(stack !== undefined && { [COMMON.exceptionStack]: isWithheld ? framesOf(stack) : cut(stack, STACK_CHARACTERS) }),
    },
  };
}

function describe(error: unknown): { readonly name: string; readonly message: string; readonly stack: string | undefined } {
  if (typeof error === 'object' && error !== null) {
    const { name, message, stack } = error as { name?: unknown; message?: unknown; stack?: unknown };
    return {
      name: typeof name === 'string' && name !== '' ? name.slice(0, 128) : 'object',
      message: typeof message === 'string' ? message : '',
      stack: typeof stack === 'string' ? stack : undefined,
    };
  }
  return { name: typeof error, message: typeof error === 'string' ? error : String(error), stack: undefined };
}

function framesOf(stack: string): string {
  const lines = stack.slice(0, STACK_CHARACTERS).split('\n');
  return lines.filter((line) => /^ {4}at [^\n]{1,512}$/.test(line)).join('\n');
}
