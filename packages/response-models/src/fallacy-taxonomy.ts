/**
 * The unified taxonomy of fallacies: every type with the family it belongs to
 * (MAFALDA's level 1: appeals to credibility, to emotion, and errors of logic)
 * and a definition short enough for a prompt or an embed.
 */
export const FALLACY_TAXONOMY = {
  ad_hominem: {
    family: 'credibility',
    definition: "Attacks the arguer's character, motives or traits instead of the argument (incl. circumstantial).",
  },
  tu_quoque: {
    family: 'credibility',
    definition: 'Dismisses a point because the speaker is inconsistent or does the same (two wrongs, whataboutism aimed at the speaker).',
  },
  guilt_by_association: {
    family: 'credibility',
    definition: 'Rejects a claim or person because of a link to a disliked group or person.',
  },
  genetic_fallacy: {
    family: 'credibility',
    definition: 'Judges a claim by where it came from rather than by its merits.',
  },
  poisoning_the_well: {
    family: 'credibility',
    definition: 'Discredits a source in advance so whatever it says will be dismissed.',
  },
  appeal_to_authority: {
    family: 'credibility',
    definition: "Treats an unqualified, vague, biased or contested authority's say-so as proof.",
  },
  appeal_to_popularity: {
    family: 'credibility',
    definition: 'Claims something is true or good because many people believe or do it (ad populum, bandwagon).',
  },
  appeal_to_nature: {
    family: 'credibility',
    definition: 'Claims something is good because natural, or bad because unnatural.',
  },
  appeal_to_tradition: {
    family: 'credibility',
    definition: 'Claims something is right because it has always been done so.',
  },
  appeal_to_novelty: {
    family: 'credibility',
    definition: 'Claims something is better because it is new.',
  },
  appeal_to_emotion: {
    family: 'emotion',
    definition: 'Uses emotion in place of reasons (generic; use a narrower type when one fits).',
  },
  appeal_to_fear: {
    family: 'emotion',
    definition: 'Uses an exaggerated threat to force acceptance without evidence.',
  },
  appeal_to_force: {
    family: 'emotion',
    definition: 'Threatens the listener with harm if they do not agree (ad baculum).',
  },
  appeal_to_anger: {
    family: 'emotion',
    definition: 'Uses outrage or hostility in place of reasons.',
  },
  appeal_to_pity: {
    family: 'emotion',
    definition: 'Uses sympathy or guilt in place of reasons.',
  },
  appeal_to_ridicule: {
    family: 'emotion',
    definition: 'Presents the opposing view as absurd instead of refuting it.',
  },
  appeal_to_positive_emotion: {
    family: 'emotion',
    definition: 'Uses hope, pride, flattery or flag-waving in place of reasons.',
  },
  appeal_to_worse_problems: {
    family: 'emotion',
    definition: 'Dismisses an issue because something worse exists (relative privation).',
  },
  whataboutism: {
    family: 'emotion',
    definition: "Deflects a charge by raising another party's or issue's wrong.",
  },
  loaded_language: {
    family: 'emotion',
    definition: 'Emotionally charged wording that prejudges the issue; includes name-calling labels and slogans.',
  },
  appeal_to_consequences: {
    family: 'emotion',
    definition: 'Argues a claim is true/false because its consequences are wanted/unwanted; wishful thinking.',
  },
  straw_man: {
    family: 'logic',
    definition: 'Misstates or exaggerates a position, then attacks the distortion.',
  },
  red_herring: {
    family: 'logic',
    definition: 'Brings in an irrelevant matter that diverts from the issue.',
  },
  false_dilemma: {
    family: 'logic',
    definition: 'Offers only two (or too few) options when others exist.',
  },
  false_causality: {
    family: 'logic',
    definition: 'Infers cause from mere sequence or correlation (post hoc, cum hoc).',
  },
  causal_oversimplification: {
    family: 'logic',
    definition: 'Credits one cause for an effect that has several.',
  },
  slippery_slope: {
    family: 'logic',
    definition: 'Claims one step will lead to an extreme end through an unsupported chain.',
  },
  hasty_generalization: {
    family: 'logic',
    definition: 'Concludes about a whole group from too few or unrepresentative cases.',
  },
  anecdotal_evidence: {
    family: 'logic',
    definition: 'Uses a personal story as proof against broader evidence.',
  },
  cherry_picking: {
    family: 'logic',
    definition: 'Selects only supporting evidence and leaves out the rest (fallacy of exclusion, biased sample).',
  },
  texas_sharpshooter: {
    family: 'logic',
    definition: 'Finds a pattern in random data after the fact and treats it as meaningful.',
  },
  gamblers_fallacy: {
    family: 'logic',
    definition: 'Believes past independent outcomes change future odds.',
  },
  circular_reasoning: {
    family: 'logic',
    definition: 'The conclusion is assumed in a premise (begging the question).',
  },
  equivocation: {
    family: 'logic',
    definition: 'A key word changes meaning between premise and conclusion.',
  },
  ambiguity: {
    family: 'logic',
    definition: 'Relies on vague or unclear wording or sentence structure.',
  },
  false_analogy: {
    family: 'logic',
    definition: 'Compares things that differ in the relevant respect (incl. false/moral equivalence).',
  },
  composition_division: {
    family: 'logic',
    definition: 'Carries a property from parts to whole or whole to parts.',
  },
  no_true_scotsman: {
    family: 'logic',
    definition: 'Redefines a group to exclude a counter-example.',
  },
  loaded_question: {
    family: 'logic',
    definition: 'Asks a question that presumes an unproven claim (many questions).',
  },
  appeal_to_ignorance: {
    family: 'logic',
    definition: 'Claims something is true (false) because it has not been proven false (true).',
  },
  burden_of_proof: {
    family: 'logic',
    definition: 'Demands that others disprove a claim instead of supporting it, or asserts it with no support.',
  },
  personal_incredulity: {
    family: 'logic',
    definition: 'Rejects a claim because the speaker cannot imagine or understand it.',
  },
  middle_ground: {
    family: 'logic',
    definition: 'Claims the compromise between two positions must be right.',
  },
  special_pleading: {
    family: 'logic',
    definition: "Exempts one's own case from a rule without justification.",
  },
  moving_goalposts: {
    family: 'logic',
    definition: 'Raises the standard of proof after it is met.',
  },
  nirvana_fallacy: {
    family: 'logic',
    definition: 'Rejects a workable option because it is not perfect (impossible expectations).',
  },
  sunk_cost: {
    family: 'logic',
    definition: 'Continues because of past investment, not future value.',
  },
  non_sequitur: {
    family: 'logic',
    definition: 'Conclusion does not follow from premises (generic).',
  },
  formal_fallacy: {
    family: 'logic',
    definition: 'Invalid deductive form (affirming the consequent, undistributed middle, ...).',
  },
  intentional: {
    family: 'other',
    definition: 'LOGIC catch-all: deliberately wrong argument, no finer label known.',
  },
  other: {
    family: 'other',
    definition: 'Recognised as fallacious but outside the list.',
  },
} as const satisfies Record<string, { family: 'credibility' | 'emotion' | 'logic' | 'other'; definition: string }>;
