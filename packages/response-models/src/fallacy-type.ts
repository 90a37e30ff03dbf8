import * as z from 'zod';

import { FALLACY_TAXONOMY } from './fallacy-taxonomy.js';

type FallacyName = keyof typeof FALLACY_TAXONOMY;

/** Every fallacy type, in the taxonomy's order. */
export const FALLACY_TYPES = Object.keys(FALLACY_TAXONOMY) as [FallacyName, ...FallacyName[]];

/**
 * Names accepted on input for a type that goes by another name here: the ones
 * the replaced system used, and the synonyms of the argumentation literature.
 */
export const FALLACY_ALIASES = {
  false_cause: 'false_causality',
  post_hoc: 'false_causality',
  post_hoc_ergo_propter_hoc: 'false_causality',
  cum_hoc: 'false_causality',
  correlation_causation: 'false_causality',
  bandwagon: 'appeal_to_popularity',
  ad_populum: 'appeal_to_popularity',
  argumentum_ad_populum: 'appeal_to_popularity',
  gambler_fallacy: 'gamblers_fallacy',
  begging_the_question: 'circular_reasoning',
  petitio_principii: 'circular_reasoning',
  circular_argument: 'circular_reasoning',
  strawman: 'straw_man',
  false_dichotomy: 'false_dilemma',
  black_and_white: 'false_dilemma',
  either_or: 'false_dilemma',
  false_equivalence: 'false_analogy',
  weak_analogy: 'false_analogy',
  faulty_analogy: 'false_analogy',
  faulty_generalization: 'hasty_generalization',
  overgeneralization: 'hasty_generalization',
  sweeping_generalization: 'hasty_generalization',
  appeal_to_false_authority: 'appeal_to_authority',
  argument_from_authority: 'appeal_to_authority',
  argument_from_ignorance: 'appeal_to_ignorance',
  argument_from_incredulity: 'personal_incredulity',
  ad_baculum: 'appeal_to_force',
  ad_misericordiam: 'appeal_to_pity',
  relative_privation: 'appeal_to_worse_problems',
  composition: 'composition_division',
  division: 'composition_division',
  fallacy_of_composition: 'composition_division',
  fallacy_of_division: 'composition_division',
  complex_question: 'loaded_question',
  many_questions: 'loaded_question',
  argument_to_moderation: 'middle_ground',
  false_compromise: 'middle_ground',
  perfect_solution: 'nirvana_fallacy',
  sunk_cost_fallacy: 'sunk_cost',
  single_cause: 'causal_oversimplification',
  whataboutery: 'whataboutism',
  anecdotal: 'anecdotal_evidence',
} as const satisfies Record<string, FallacyName>;

/** A fallacy's name. Any case, spaces and hyphens are read, and aliases become the name used here. */
export const FallacyType = z
  .preprocess(toCanonicalName, z.enum(FALLACY_TYPES))
  .describe('Name of the fallacy, from the list; "other" only when none of the names fits.');
export type FallacyType = z.infer<typeof FallacyType>;

/** What a fallacy is, in one sentence. */
export function fallacyDefinition(type: FallacyType): string {
  return FALLACY_TAXONOMY[type].definition;
}

/** The name as people read it: `appeal_to_nature` becomes "Appeal to nature". */
export function fallacyLabel(type: FallacyType): string {
  const words = type.replaceAll('_', ' ').replace('gamblers', "gambler's");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toCanonicalName(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const name = value.trim().toLowerCase().replaceAll(/['’]/g, '').replaceAll(/[\s-]/g, '_');
  return Object.hasOwn(FALLACY_ALIASES, name) ? FALLACY_ALIASES[name as keyof typeof FALLACY_ALIASES] : name;
}
