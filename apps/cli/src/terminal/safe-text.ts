/**
 * Characters that act on a terminal or hide in it instead of being shown:
 * C0 and C1 controls, DEL, bidirectional controls (CVE-2021-42574), line and
 * paragraph separators, the byte order mark, interlinear and language tags of
 * no visible form, and halves of surrogate pairs.
 */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- finding them is the point
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text of others as one line that a terminal can only show: white space is collapsed, what acts becomes visible. */
export function toSafeLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().replaceAll(UNSAFE, showCharacter);
}

/** Text of others with its line breaks and tabs kept; all else as {@link toSafeLine} has it. */
export function toSafeText(text: string): string {
  return text.replaceAll(UNSAFE, (character) => (character === '\n' || character === '\t' ? character : showCharacter(character)));
}

/** JSON in which nothing acts on a terminal: the same document, with more of its characters escaped. */
export function toSafeJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, undefined, indent);
  return json.replaceAll(UNSAFE, (character) => (character === '\n' ? character : `\\u${hex(character, 4)}`));
}

function showCharacter(character: string): string {
  const code = character.charCodeAt(0);
  // U+2400 and on are pictures of the C0 controls: ␛ for escape.
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `\\u${hex(character, 4)}`;
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
