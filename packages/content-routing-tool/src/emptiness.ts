import type { ContentReading } from './read-content.js';

/** Why a text holds nothing to analyse. */
export interface Emptiness {
  /** A sentence with the figures that decided. */
  readonly because: string;
  /** How sure that is, 0 to 1. */
  readonly sureness: number;
}

/** A mark and a name at the start of a short message, as bots are called; without a mark of commands, only the names that bots share. */
const COMMAND = /^\s*(?:[!/$;%&+][a-z][\w-]{0,31}|[.?-](?:play|skip|stop|pause|queue|help|ban|kick|mute|rank|daily|work|roll)|(?:pls|owo) [a-z]{2,12})(?:\s|$)/i;
const LONGEST_COMMAND = 10;
/** Below this many words, at least two have to carry content. */
const SHORT = 4;

/** Tells of a text without content what it is: a command, a greeting, a link; undefined when there is something to analyse. */
export function findEmptiness({ document, words, contentWords, fillers, noise, oddWords }: ContentReading): Emptiness | undefined {
  if (words === 0) return { because: `The text is ${count(noise, 'link or code', 'links or codes')} and no words.`, sureness: 0.95 };
  if (words <= LONGEST_COMMAND && COMMAND.test(document.text)) return { because: 'The text is a command for a bot.', sureness: 0.9 };
  if (oddWords > 0) return undefined;
  // "That's how we've always done it" claims something in small words alone.
  if (contentWords === 0 && words - fillers < SHORT) {
    const greetings = fillers > 0 ? `; ${fillers} only ${fillers === 1 ? 'greets, answers or laughs' : 'greet, answer or laugh'}` : '';
    return { because: `None of ${count(words, 'word')} carries content${greetings}.`, sureness: 0.9 };
  }
  if (words < SHORT && contentWords < 2) return { because: `The text is ${count(words, 'word')} long and claims nothing.`, sureness: 0.75 };
  if (noise > 0 && contentWords < 3 && words - fillers < 2 * SHORT) {
    return { because: `The text is ${count(noise, 'link or code', 'links or codes')} with ${count(contentWords, 'content word')}.`, sureness: 0.75 };
  }
  return undefined;
}

/** A number with its noun. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
