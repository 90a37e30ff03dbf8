/** Parts of a text that must be the same to the letter, and the rest. */
export interface Literals {
  readonly rest: string;
  readonly quotes: readonly string[];
  readonly code: readonly string[];
  readonly links: readonly string[];
}

/** Opening marks and what closes them. */
const QUOTATION_MARKS = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«', '‹': '›', '「': '」', '『': '』' } as const;

/** Links, mail addresses, Discord's mentions, tags and file paths: from a white space to the next. */
const LINK = /^(?:https?:\/\/|www\.|<[@#:]|[@#/~][\p{L}\p{N}_]|\.{1,2}\/)|^[^\s@]{1,64}@[^\s@]|^[\p{L}\p{N}_.-]{1,100}\/[\p{L}\p{N}_.-]/u;

/** Takes out what must be the same to the letter; each mark is looked at once. */
export function takeLiterals(text: string): Literals {
  const code: string[] = [];
  const quotes: string[] = [];
  const links: string[] = [];
  let rest = takeBetween(text, '```', '```', code);
  rest = takeBetween(rest, '`', '`', code);
  for (const [open, closers] of Object.entries(QUOTATION_MARKS)) rest = takeBetween(rest, open, closers, quotes);
  rest = takeSingleQuotes(rest, quotes);
  rest = rest
    .split(/(\s+)/u)
    .map((piece) => {
      if (!LINK.test(piece)) return piece;
      links.push(withoutEnd(piece));
      return ' ';
    })
    .join('');
  const tidy = (items: string[]) => items.map((item) => item.trim().replace(/\s+/gu, ' ')).filter(Boolean).sort();
  return { rest, quotes: tidy(quotes), code: tidy(code), links: links.sort() };
}

/** The marks of the sentence are not the link's. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (end > 0 && '.,;:!?)'.includes(link[end - 1]!)) end -= 1;
  return link.slice(0, end);
}

/** `closers` is one mark of several letters, or several marks of one. */
function takeBetween(text: string, open: string, closers: string, taken: string[]): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : findCloser(text, start + open.length, open, closers);
    if (end === -1) break;
    kept.push(text.slice(at, start), ' ');
    taken.push(text.slice(start + open.length, end));
    at = end + open.length;
  }
  return at === 0 ? text : kept.join('') + text.slice(at);
}

function findCloser(text: string, from: number, open: string, closers: string): number {
  if (open === closers) return text.indexOf(closers, from);
  for (let index = from; index < text.length; index += 1) if (closers.includes(text[index]!)) return index;
  return -1;
}

/** `'…'` opens before a letter that follows no letter, and closes behind one that none follows; all others are apostrophes. */
function takeSingleQuotes(text: string, taken: string[]): string {
  const kept: string[] = [];
  let at = 0;
  let open = -1;
  for (let index = text.indexOf("'"); index !== -1; index = text.indexOf("'", index + 1)) {
    const isAfterWord = /[\p{L}\p{N}.!?]/u.test(text[index - 1] ?? ' ');
    const isBeforeWord = /[\p{L}\p{N}]/u.test(text[index + 1] ?? ' ');
    if (open === -1) {
      if (!isAfterWord && isBeforeWord) open = index;
    } else if (isAfterWord && !isBeforeWord) {
      kept.push(text.slice(at, open), ' ');
      taken.push(text.slice(open + 1, index));
      at = index + 1;
      open = -1;
    }
  }
  return at === 0 ? text : kept.join('') + text.slice(at);
}
