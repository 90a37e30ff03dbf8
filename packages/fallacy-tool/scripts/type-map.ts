import { readFileSync } from 'node:fs';

/** How the names of one annotated set map to those of another. */
interface TypeMap {
  readonly types: Readonly<Record<string, { readonly group: string; readonly mafalda: string | null }>>;
  readonly inventory: Readonly<Record<string, readonly string[]>>;
  readonly alias: Readonly<Record<string, readonly string[]>>;
  readonly logic13: Readonly<Record<string, string | null>>;
}

const MAP = JSON.parse(readFileSync(new URL('./taxonomy.json', import.meta.url), 'utf8')) as TypeMap;

/** Fine types that the 23 of MAFALDA count as another. */
const COARSER: Readonly<Record<string, string>> = {
  anecdotal_evidence: 'hasty generalization',
  gamblers_fallacy: 'false causality',
  poisoning_the_well: 'ad hominem',
  genetic_fallacy: 'ad hominem',
  whataboutism: 'tu quoque',
  appeal_to_force: 'appeal to fear',
};

/** The name of a type at a level of MAFALDA: 0 fallacy or not, 1 its family, 2 itself. */
export function atLevel(type: string, level: 0 | 1 | 2): string {
  if (level === 0) return 'fallacy';
  if (level === 1) return MAP.types[type]?.group ?? 'other';
  return MAP.types[type]?.mafalda ?? COARSER[type] ?? `x:${type}`;
}

/** The name that an annotated set has for a type, by the nearest alias; undefined when it has none. */
export function projectType(type: string, source: string): string | undefined {
  if (usesLogicNames(source)) return MAP.logic13[type] ?? undefined;
  const inventory = MAP.inventory[source];
  if (inventory === undefined || inventory.includes(type)) return type;
  const seen = new Set<string>();
  let candidates = MAP.alias[type] ?? [];
  while (candidates.length > 0) {
    const known = candidates.find((candidate) => inventory.includes(candidate));
    if (known !== undefined) return known;
    const fresh = candidates.filter((candidate) => !seen.has(candidate));
    for (const candidate of fresh) seen.add(candidate);
    candidates = fresh.flatMap((candidate) => MAP.alias[candidate] ?? []);
  }
  return undefined;
}

/** LOGIC and LogicClimate are labelled in 13 names of their own. */
export function usesLogicNames(source: string): boolean {
  return source === 'logic' || source === 'logicclimate';
}
