// Discord drops a backslash before any sign that is no letter, digit or space, as
// CommonMark does before ASCII punctuation. These signs begin markup in either:
// emphasis, code, spoilers, quotes, headings, lists and links (`[`, `:` of a scheme,
// `.` of an invite such as discord.gg), mentions and timestamps (`<`, `@`).
const MARKUP = /[\\`*_~|<>#+\-[\]():.@!&]/g;

/**
 * Writes a text so that Discord and Markdown show it letter by letter: no markup,
 * no link, no invite, no mention. Every sign of markup gets a backslash.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, '\\$&');
}
