/** Different warnings that are kept. */
const MAX_WARNINGS = 100;

/** Things an operator should know, each said once: `unknown_price:a`, `hook_error`. */
export interface Warnings {
  add(warning: string): void;
  list(): readonly string[];
}

/** Makes an empty list; `onNew` hears of each warning once. */
export function createWarnings(onNew: (warning: string) => void): Warnings {
  const seen = new Set<string>();
  return {
    add(warning) {
      if (seen.has(warning) || seen.size >= MAX_WARNINGS) return;
      seen.add(warning);
      onNew(warning);
    },
    list: () => [...seen],
  };
}
