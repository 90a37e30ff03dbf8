/** The start of a text, at most `longest` UTF-16 code units and only whole characters: half a surrogate pair is no valid text. */
export function startOf(text: string, longest: number): string {
  const start = text.slice(0, longest);
  return start.length < text.length ? start.replace(/[\ud800-\udbff]$/, '') : start;
}
