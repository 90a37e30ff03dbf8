/**
 * Sets a text apart from the reading direction around it (UAX #9, U+2068 and
 * U+2069), so that an Arabic or Hebrew quote does not reorder our words.
 */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}
