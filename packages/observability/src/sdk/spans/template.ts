/** A name with `{placeholders}`, cut at them once. */
interface Template {
  /** One more than names: what stands before, between and after them. */
  readonly texts: readonly string[];
  readonly names: readonly string[];
}

/** Characters of a value within a message. */
const LONGEST_VALUE = 128;
const MOST_REMEMBERED = 512;

/** Makes a function that fills templates, with its memory of them. */
export function createTemplates(): (template: string, valueOf: (name: string) => unknown) => string | undefined {
  const known = new Map<string, Template>();

  return (template, valueOf) => {
    if (!template.includes('{')) return undefined;
    let parsed = known.get(template);
    if (parsed === undefined) {
      parsed = parse(template);
      if (known.size < MOST_REMEMBERED) known.set(template, parsed);
    }
    if (parsed.names.length === 0) return undefined;
    let message = parsed.texts[0] ?? '';
    parsed.names.forEach((name, index) => {
      message += show(valueOf(name), name) + (parsed.texts[index + 1] ?? '');
    });
    return message;
  };
}

function parse(template: string): Template {
  const texts: string[] = [];
  const names: string[] = [];
  let at = 0;
  for (const match of template.slice(0, 2048).matchAll(/\{([\w.-]{1,64})\}/g)) {
    texts.push(template.slice(at, match.index));
    names.push(match[1] ?? '');
    at = match.index + match[0].length;
  }
  texts.push(template.slice(at));
  return { texts, names };
}

function show(value: unknown, name: string): string {
  switch (typeof value) {
    case 'undefined':
      return `{${name}}`;
    case 'string':
      return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}...`;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'symbol':
    case 'function':
    case 'object':
      return value === null ? 'null' : '[...]';
  }
}
