import * as z from 'zod';

import { declare, type PresenceOf, type Variable, type VariableOptions } from '../variable.js';

/** How a list is declared. */
export interface ListOptions extends VariableOptions<readonly string[]> {
  /** What one entry is, in the plural: "model ids". */
  readonly of: string;
  /** Most entries. */
  readonly maxItems: number;
  /** Each entry must match the whole of it, in linear time. */
  readonly itemPattern: RegExp;
}

/** A list of short texts: `a,b,c` or `["a","b","c"]`. Blank entries are dropped, order is kept. */
export function list<const Options extends ListOptions>(
  options: Options,
): Variable<Options['name'], readonly string[], PresenceOf<Options>> {
  const { of, maxItems, itemPattern } = options;
  return declare<Options, readonly string[]>(options, {
    kind: 'list',
    allowed: `a comma list (a,b) or a JSON list (["a","b"]) of at most ${maxItems} ${of}`,
    schema: () =>
      z
        .string()
        .transform(splitList)
        .pipe(
          z
            .array(z.string().regex(itemPattern, { error: 'one of its entries has another form' }))
            .max(maxItems, { error: `it has more than ${maxItems} entries` }),
        ),
    print: (items) => items.join(','),
  });
}

/** Entries of a comma list or a JSON list, trimmed, without blanks. Reports what is wrong to `context`. */
export function splitList(value: string, context: z.RefinementCtx): string[] {
  if (!value.startsWith('[')) return trimmed(value.split(','));
  const wrong = (message: string): string[] => {
    context.addIssue({ code: 'custom', message });
    // Goes nowhere: with an issue, the schema gives no value.
    return [];
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    // The parser's own message quotes the text, which is not ours to show.
    return wrong('it begins with [ but is not valid JSON');
  }
  const texts = z.array(z.string()).safeParse(parsed);
  return texts.success ? trimmed(texts.data) : wrong('it is JSON, but not a list of texts');
}

function trimmed(items: readonly string[]): string[] {
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
