import { FALLACY_TAXONOMY } from '@discord-intelligence/response-models';

import { COARSER_TYPE, KNOWN_TYPES, LOGIC_NAMES, NEAREST_TYPES, SETS_WITH_LOGIC_NAMES } from './label-names.js';

/** How finely types are told apart: 0 fallacy or not, 1 by family, 2 by type, as in MAFALDA (Helwe et al., 2024). */
export type Level = 0 | 1 | 2;

/** The levels, the coarsest first. */
export const LEVELS = [0, 1, 2] as const satisfies readonly Level[];

/** What a type is called at a level. */
export function atLevel(type: string, level: Level): string {
  if (level === 0) return 'fallacy';
  if (level === 1) return (FALLACY_TAXONOMY as Partial<Record<string, { readonly family: string }>>)[type]?.family ?? 'other';
  return COARSER_TYPE.get(type) ?? type;
}

/** The name that an annotated set has for a type, by the nearest that it knows; undefined when it has none. */
export function projectType(type: string, source: string): string | undefined {
  if (SETS_WITH_LOGIC_NAMES.has(source)) return LOGIC_NAMES.get(type);
  const known = KNOWN_TYPES.get(source);
  if (known === undefined || known.includes(type)) return type;
  const seen = new Set<string>();
  let candidates = NEAREST_TYPES.get(type) ?? [];
  while (candidates.length > 0) {
    const found = candidates.find((candidate) => known.includes(candidate));
    if (found !== undefined) return found;
    const fresh = candidates.filter((candidate) => !seen.has(candidate));
    for (const candidate of fresh) seen.add(candidate);
    candidates = fresh.flatMap((candidate) => NEAREST_TYPES.get(candidate) ?? []);
  }
  return undefined;
}
