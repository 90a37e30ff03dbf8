import { toSafeLine } from '../terminal/safe-text.js';

/** Characters that mean something in CommonMark, GitHub's or Discord's Markdown, wherever they stand. */
const MARKS = /[\\`*_{}[\]<>()~|&$!#]/g;

/** A line that begins like this would be a list, a rule, a table or a heading. */
const LINE_START = /^(?:[-+=:]|\d{1,9}[.)])/;

/** The start of `@everyone`. Markdown has no escape for it, so an invisible word joiner comes between. */
const MENTION = /@(?=[a-z])/gi;

/**
 * Text of others as one line of Markdown that shows it and does nothing else:
 * no link, picture, HTML, mention, table cell or heading can come of it.
 */
export function escapeMarkdown(text: string): string {
  return toSafeLine(text)
    .replaceAll(MARKS, String.raw`\$&`)
    .replaceAll(MENTION, '@\u2060')
    .replace(LINE_START, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}
