import type { FallacyType, SeverityLevel } from '@discord-intelligence/response-models';

/** What a reader is told about a fallacy. */
export interface FallacyGuide {
  /** How much a fallacy of this type usually harms an argument. */
  readonly severity: SeverityLevel;
  /** Why such a passage proves nothing; completes "… suggests this fallacy: ". */
  readonly why: string;
  /** How the argument could be mended. */
  readonly mend: string;
}

const guide = (severity: SeverityLevel, why: string, mend: string): FallacyGuide => ({ severity, why, mend });

/** The guide to every fallacy type. */
export const FALLACY_GUIDE: Readonly<Record<FallacyType, FallacyGuide>> = {
  ad_hominem: guide('high', 'it attacks the person, and a claim can be true whoever makes it.', 'Answer the claim itself and leave the person out of it.'),
  tu_quoque: guide('medium', 'that the other side does the same does not make the point wrong.', 'Answer the criticism before pointing at who made it.'),
  guilt_by_association: guide('high', 'a view is not wrong because someone disliked shares it.', 'Judge the view by its own reasons, not by who else holds it.'),
  genetic_fallacy: guide('medium', 'where a claim came from does not settle whether it is true.', 'Test the claim itself, whatever its source.'),
  poisoning_the_well: guide('high', 'it discredits a source in advance, so that nothing it says is heard.', 'Let the other side speak and answer what it says.'),
  appeal_to_authority: guide('medium', 'somebody’s say-so stands in for evidence.', 'Name the evidence that the authority relies on, and check that it is their field.'),
  appeal_to_popularity: guide('medium', 'how many people believe or do something does not make it true or good.', 'Say what makes it true or good apart from the number of people.'),
  appeal_to_nature: guide('medium', 'being natural does not make a thing good or safe, nor being artificial bad.', 'Show the benefit or the harm itself.'),
  appeal_to_tradition: guide('medium', 'that something has long been done does not make it right.', 'Say what good the custom does today.'),
  appeal_to_novelty: guide('low', 'being new does not make a thing better.', 'Compare what the new and the old achieve.'),
  appeal_to_emotion: guide('medium', 'a feeling is called up where a reason is needed.', 'Give the reason that the feeling is meant to replace.'),
  appeal_to_fear: guide('high', 'a frightening outcome is pictured instead of shown to be likely.', 'Show how likely the danger is and that the proposal would avert it.'),
  appeal_to_force: guide('high', 'a threat gives a reason to obey, not a reason to believe.', 'Argue for the claim without the threat.'),
  appeal_to_anger: guide('medium', 'outrage takes the place of a reason.', 'Say what is wrong and how it is known.'),
  appeal_to_pity: guide('medium', 'sympathy takes the place of a reason.', 'Show why the request is right apart from the hardship.'),
  appeal_to_ridicule: guide('medium', 'the view is laughed at, not answered.', 'State the view fairly and say where it fails.'),
  appeal_to_positive_emotion: guide('low', 'a pleasant feeling takes the place of a reason.', 'Say what speaks for it besides how it feels.'),
  appeal_to_worse_problems: guide('medium', 'a worse problem elsewhere does not make this one go away.', 'Treat this problem on its own terms.'),
  whataboutism: guide('medium', 'another’s wrong is brought up in place of an answer.', 'Answer the charge first.'),
  loaded_language: guide('medium', 'the wording passes judgement before any reason is given.', 'Say the same in neutral words and see what is left.'),
  appeal_to_consequences: guide('medium', 'liking or disliking what would follow does not make a claim true or false.', 'Keep what is true apart from what would be welcome.'),
  straw_man: guide('high', 'it answers a cruder claim than the one that was made.', 'Quote what the other side said and answer that.'),
  red_herring: guide('medium', 'it turns to another matter instead of the one at issue.', 'Come back to the question that was asked.'),
  false_dilemma: guide('high', 'it leaves only two ways open where there may be more.', 'Name the options in between and say why they fail.'),
  false_causality: guide('high', 'that one thing came with or before another does not show that it caused it.', 'Look for other causes and for cases where the one comes without the other.'),
  causal_oversimplification: guide('medium', 'one cause is made to carry an effect that usually has several.', 'Name the other causes and how much each matters.'),
  slippery_slope: guide('high', 'one step is said to lead to an extreme end, and the steps between are not shown.', 'Show for each step why it would lead to the next.'),
  hasty_generalization: guide('high', 'it speaks of a whole group on the strength of too few cases.', 'Say how many cases were looked at and how they were chosen.'),
  anecdotal_evidence: guide('medium', 'one story cannot outweigh, or stand for, many cases.', 'Look for figures on many cases.'),
  cherry_picking: guide('high', 'it picks the evidence that fits and leaves out the rest.', 'Show the evidence that speaks against it as well.'),
  texas_sharpshooter: guide('medium', 'a pattern found after the fact may well be chance.', 'State the pattern first, then test it on new cases.'),
  gamblers_fallacy: guide('medium', 'chance has no memory: past results do not change the odds of the next.', 'Use the odds of a single try.'),
  circular_reasoning: guide('high', 'the reason only says the claim again.', 'Give a reason that someone who doubts the claim could accept.'),
  equivocation: guide('medium', 'a word means one thing in the reason and another in the conclusion.', 'Keep to one meaning of the word throughout.'),
  ambiguity: guide('low', 'the wording is too vague to be tested.', 'Say exactly what is claimed.'),
  false_analogy: guide('medium', 'the two things differ in what matters here.', 'Show that they are alike in the respect that counts.'),
  composition_division: guide('medium', 'what holds for the parts need not hold for the whole, nor the other way round.', 'Show it for the whole, or for the part, itself.'),
  no_true_scotsman: guide('medium', 'the group is redefined so that no counter-example can count.', 'Define the group first, then look at its members.'),
  loaded_question: guide('medium', 'the question takes for granted what would have to be shown.', 'Ask first whether what it takes for granted is so.'),
  appeal_to_ignorance: guide('high', 'that something has not been shown false does not make it true, nor the other way round.', 'Give positive evidence for the claim.'),
  burden_of_proof: guide('medium', 'whoever makes a claim has to support it; others need not disprove it.', 'Support the claim yourself.'),
  personal_incredulity: guide('medium', 'that something is hard to imagine does not make it false.', 'Find out how it is explained, then say where that fails.'),
  middle_ground: guide('low', 'a point between two views is not right because it is in the middle.', 'Weigh both views; one may simply be right.'),
  special_pleading: guide('medium', 'an exception is claimed without a reason that others could claim too.', 'Say what makes the case different in a way that counts for all.'),
  moving_goalposts: guide('medium', 'the standard is raised once it has been met.', 'Settle beforehand what would count as proof.'),
  nirvana_fallacy: guide('medium', 'a measure is rejected because it is not perfect.', 'Compare it with the alternatives, not with perfection.'),
  sunk_cost: guide('medium', 'what is already spent is spent either way.', 'Compare only what is still to come.'),
  non_sequitur: guide('medium', 'the conclusion does not follow from what is said before it.', 'Supply the missing step.'),
  formal_fallacy: guide('high', 'the form of the argument does not carry its conclusion, even if its premises are true.', 'Check whether another case fits the premises and not the conclusion.'),
  intentional: guide('medium', 'the argument is built to mislead.', 'Ask what has been left out.'),
  other: guide('low', 'the reasoning is flawed in a way that has no name here.', 'Spell out each step.'),
};
