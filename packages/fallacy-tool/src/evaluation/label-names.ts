/**
 * How the annotated sets name fallacies: each has its own list, and a finding of
 * another name counts as the nearest name of that list. The names of ours stand
 * for those of the sets, which only differ in spelling, but for LOGIC. Maps, because
 * a name from a file may be that of a member of every object, such as `constructor`.
 */

/** Fine types that the 23 of MAFALDA count as another. */
export const COARSER_TYPE: ReadonlyMap<string, string> = mapOf({
  anecdotal_evidence: 'hasty_generalization',
  gamblers_fallacy: 'false_causality',
  poisoning_the_well: 'ad_hominem',
  genetic_fallacy: 'ad_hominem',
  whataboutism: 'tu_quoque',
  appeal_to_force: 'appeal_to_fear',
});

/** What a type counts as in a set that does not know it: the nearest first. */
export const NEAREST_TYPES: ReadonlyMap<string, readonly string[]> = mapOf({
  anecdotal_evidence: ['hasty_generalization'],
  gamblers_fallacy: ['false_causality'],
  causal_oversimplification: ['false_causality'],
  poisoning_the_well: ['ad_hominem'],
  genetic_fallacy: ['ad_hominem'],
  tu_quoque: ['ad_hominem'],
  whataboutism: ['tu_quoque', 'red_herring', 'appeal_to_worse_problems'],
  appeal_to_force: ['appeal_to_fear', 'appeal_to_emotion'],
  appeal_to_fear: ['appeal_to_emotion'],
  appeal_to_anger: ['appeal_to_emotion'],
  appeal_to_pity: ['appeal_to_emotion'],
  appeal_to_positive_emotion: ['appeal_to_emotion'],
  appeal_to_ridicule: ['appeal_to_emotion'],
  loaded_language: ['appeal_to_emotion'],
  texas_sharpshooter: ['cherry_picking'],
  burden_of_proof: ['appeal_to_ignorance'],
  personal_incredulity: ['appeal_to_ignorance'],
  appeal_to_worse_problems: ['red_herring'],
  guilt_by_association: ['ad_hominem'],
});

const words = (list: string): readonly string[] => list.split(' ');

const EIGHT = words('appeal_to_authority appeal_to_nature appeal_to_popularity appeal_to_tradition appeal_to_worse_problems false_dilemma hasty_generalization slippery_slope');
const NINE = words('ambiguity appeal_to_authority burden_of_proof cherry_picking false_analogy false_causality hasty_generalization red_herring straw_man');
const TWENTY_THREE = words(
  'ad_hominem appeal_to_anger appeal_to_authority appeal_to_fear appeal_to_nature appeal_to_pity appeal_to_popularity appeal_to_positive_emotion appeal_to_ridicule appeal_to_tradition appeal_to_worse_problems causal_oversimplification circular_reasoning composition_division equivocation false_analogy false_causality false_dilemma guilt_by_association hasty_generalization slippery_slope straw_man tu_quoque',
);

/** The types that a set is annotated with, by the set's name. One that is not listed may use any. */
export const KNOWN_TYPES: ReadonlyMap<string, readonly string[]> = mapOf({
  mafalda: TWENTY_THREE,
  hefa: TWENTY_THREE,
  cocolofa: EIGHT,
  touche26: EIGHT,
  reddit_sahai: EIGHT,
  alhindi_climate: NINE,
  alhindi_covid: NINE,
  argotario: words('ad_hominem appeal_to_authority appeal_to_emotion hasty_generalization red_herring'),
  elecdeb: words('ad_hominem appeal_to_authority appeal_to_emotion false_causality loaded_language slippery_slope'),
  missci: words('ambiguity causal_oversimplification cherry_picking composition_division false_analogy false_dilemma hasty_generalization nirvana_fallacy'),
  ruizdolz_pairs: words('ad_hominem appeal_to_authority appeal_to_popularity slippery_slope'),
});

/** The sets whose items carry LOGIC's 13 names. */
export const SETS_WITH_LOGIC_NAMES: ReadonlySet<string> = new Set(['logic', 'logicclimate']);

const LOGIC_GROUPS: Readonly<Record<string, readonly string[]>> = {
  'ad hominem': words('ad_hominem tu_quoque genetic_fallacy poisoning_the_well whataboutism'),
  'ad populum': words('appeal_to_popularity'),
  'appeal to emotion': words('appeal_to_emotion appeal_to_fear appeal_to_force appeal_to_anger appeal_to_pity appeal_to_ridicule appeal_to_positive_emotion appeal_to_consequences loaded_language'),
  'circular reasoning': words('circular_reasoning'),
  equivocation: words('equivocation ambiguity'),
  'fallacy of credibility': words('appeal_to_authority appeal_to_tradition appeal_to_nature appeal_to_novelty'),
  'fallacy of extension': words('straw_man'),
  'fallacy of logic': words('false_analogy non_sequitur formal_fallacy'),
  'fallacy of relevance': words('red_herring middle_ground appeal_to_worse_problems'),
  'false causality': words('false_causality gamblers_fallacy causal_oversimplification'),
  'false dilemma': words('false_dilemma nirvana_fallacy'),
  'faulty generalization': words('hasty_generalization slippery_slope guilt_by_association composition_division anecdotal_evidence'),
  intentional: words('appeal_to_ignorance burden_of_proof loaded_question cherry_picking no_true_scotsman special_pleading personal_incredulity texas_sharpshooter moving_goalposts intentional'),
};

/** LOGIC's name of a type. */
export const LOGIC_NAMES: ReadonlyMap<string, string> = new Map(Object.entries(LOGIC_GROUPS).flatMap(([name, types]) => types.map((type) => [type, name] as const)));

function mapOf<Value>(entries: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(entries));
}
