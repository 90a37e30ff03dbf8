/** A character's first byte decides how many bytes follow and what the second may be (Unicode 16, table 3-7). */
interface Sequence {
  readonly length: 1 | 2 | 3 | 4;
  readonly low: number;
  readonly high: number;
}

/** Offset of the first byte that is no UTF-8; undefined when all of them are. */
export function findInvalidUtf8(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const length = validLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** Bytes of the character at an offset; 0 when there is none. */
function validLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const sequence = sequenceOf(first);
  if (sequence === undefined || at + sequence.length > bytes.length) return 0;
  const second = bytes[at + 1] ?? 0;
  if (second < sequence.low || second > sequence.high) return 0;
  for (let next = at + 2; next < at + sequence.length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return sequence.length;
}

function sequenceOf(first: number): Sequence | undefined {
  if (first >= 0xc2 && first <= 0xdf) return { length: 2, low: 0x80, high: 0xbf };
  if (first >= 0xe0 && first <= 0xef) {
    // No longer form than needed, and no halves of surrogate pairs.
    return { length: 3, low: first === 0xe0 ? 0xa0 : 0x80, high: first === 0xed ? 0x9f : 0xbf };
  }
  if (first >= 0xf0 && first <= 0xf4) {
    return { length: 4, low: first === 0xf0 ? 0x90 : 0x80, high: first === 0xf4 ? 0x8f : 0xbf };
  }
  return undefined;
}
