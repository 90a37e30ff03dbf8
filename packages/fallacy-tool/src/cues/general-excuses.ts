/**
 * Patterns of sentences that criticise a bad argument, or report one, instead of
 * making it. A sentence with one of these commits no fallacy here.
 */
export const GENERAL_EXCUSES: readonly string[] = [
  'fallacy|fallacies|fallacious',
  "doesn't|don't|didn't ~2 necessarily? ~1 mean|follow|prove|make|imply ~2 that|it|they|you|he|she|we|anything|much|he's|it's|you're|they're|true|right|good|safe",
  'does|do|did not ~1 necessarily? mean|follow|prove|imply',
  "isn't|aren't|not|wasn't|hardly|never ~1 by|itself|necessarily|always? ~2 proof|evidence|an argument|reason",
  "isn't|not ~2 causation",
  "just because ~16 doesn't|isn't|not|doesnt|don't|aren't",
  "myth|misconception ~2 that",
  "no ~1 reason to ~1 believe|think|suppose ~2 that",
  "would be wrong|mistake|mistaken|unfair|hasty to ~1 conclude|assume|say|think|infer",
  "straw|red|slippery|ad ~1 man|herring|slope|hominem ~1 argument|arguments|attack|attacks|tactic",
];
