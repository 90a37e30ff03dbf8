/** Tells whether an offset stands inside a quotation; offsets must not go down from call to call. */
export type QuotationReader = (offset: number) => boolean;

/** A quotation mark that is not closed within so many UTF-16 code units opens nothing: it is an inch mark or a slip. */
const LONGEST_QUOTATION = 2_000;

/**
 * Finds the quotations of a text: what stands between double quotation marks of
 * any make within one paragraph, and lines that start with `>` as chats quote.
 * Single marks are not read, because they are apostrophes as well.
 */
export function createQuotationReader(text: string): QuotationReader {
  const quotations = findQuotations(text);
  let next = 0;
  return (offset) => {
    while (next < quotations.length && quotations[next]!.end <= offset) next += 1;
    const quotation = quotations[next];
    return quotation !== undefined && quotation.start <= offset;
  };
}

interface Quotation {
  readonly start: number;
  readonly end: number;
}

const LINE_BREAK = 10;
const STRAIGHT = 34;
const GREATER_THAN = 62;
/** `“`, `„` and `«`. */
const OPENING = new Set([0x20_1c, 0x20_1e, 0xab]);
/** `”`, `“` (which closes `„`) and `»`. */
const CLOSING = new Set([0x20_1d, 0x20_1c, 0xbb]);

function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let isStraight = false;
  let isLineStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_BREAK) {
      if (isLineStart) open = -1; // A blank line ends the paragraph.
      isLineStart = true;
      continue;
    }
    if (isLineStart && unit === GREATER_THAN) {
      const lineEnd = text.indexOf('\n', at);
      const end = lineEnd === -1 ? text.length : lineEnd;
      found.push({ start: at, end });
      open = -1;
      at = end - 1;
      isLineStart = false;
      continue;
    }
    if (unit > 32) isLineStart = false;
    if (unit !== STRAIGHT && unit < 0xab) continue;
    if (open !== -1 && at - open > LONGEST_QUOTATION) open = -1;
    if (open !== -1 && (isStraight ? unit === STRAIGHT : CLOSING.has(unit))) {
      found.push({ start: open, end: at + 1 });
      open = -1;
    } else if (unit === STRAIGHT ? opensWord(text, at) : OPENING.has(unit)) {
      open = at;
      isStraight = unit === STRAIGHT;
    }
  }
  return found;
}

/** A straight mark opens before a word and not after one. */
function opensWord(text: string, at: number): boolean {
  return (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!)) && at + 1 < text.length && !/\s/u.test(text[at + 1]!);
}
