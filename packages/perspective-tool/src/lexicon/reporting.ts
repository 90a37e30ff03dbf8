/**
 * Wording that hands a statement to somebody else, or turns to the other side.
 * Patterns of `createPhraseIndex`.
 */

/** Verbs in a form that needs a speaker other than the writer: "she said", "officials claimed". */
export const ATTRIBUTION_FORMS = [
  'said', 'says', 'argues', 'argued', 'claims that', 'claimed', 'told', 'insists', 'insisted', 'contends', 'contended', 'alleges',
  'alleged', 'stated', 'warned', 'warns', 'announced', 'explained', 'wrote', 'asserts', 'asserted', 'maintains that', 'maintained that',
  'denied', 'denies', 'criticized', 'criticised', 'described', 'believes', 'thinks', 'tweeted', 'declared', 'testified', 'commented',
  'noted', 'pointed out', 'points out', 'suggested', 'suggests', 'predicted', 'replied', 'responded', 'counters', 'countered', 'praised',
  'condemned', 'called for', 'calls for', 'dismissed', 'accused', 'accuses', 'urged', 'urges', 'proposed', 'objected', 'objects that',
  'acknowledged', 'conceded', 'concedes', 'quoted as', 'reportedly', 'allegedly', 'in the (words|view|eyes|opinion) of', 'complained',
  'complains', 'rejected', 'welcomed', 'worries that', 'worried that', 'hopes that', 'vowed', 'pledged', 'favors', 'favours', 'sees it as',
  'emphasizes', 'emphasised', 'emphasized', 'emphasises', 'stressed', 'stresses',
] as const;

/** Verbs in a form that "I", "you", "to" and an order share: the word before them decides. */
export const ATTRIBUTION_BASE_FORMS = [
  'say', 'argue', 'claim', 'insist', 'contend', 'allege', 'warn', 'believe', 'think', 'assert', 'counter', 'maintain that', 'point out',
  'object that', 'worry that', 'fear that', 'deny', 'accuse', 'call for', 'see it as', 'call (it|this|them|him|her)', 'favor', 'favour',
  'stress that', 'suggest', 'complain', 'emphasi(z|s)e',
] as const;

/** Words before the name of a source. */
export const SOURCE_OPENINGS = [
  'according to', 'as reported by', 'in a statement', 'in an interview', 'quoting', 'cited by', 'a report by', 'a study by',
  'a spokes(man|woman|person) for',
] as const;

/** Words that turn to another side or set two beside each other. The first list starts a new clause. */
export const TURNS = [
  'but', 'however', 'yet', 'nevertheless', 'nonetheless', 'on the other hand', 'by contrast', 'in contrast', 'conversely',
] as const;
export const CONTRASTS = [
  'whereas', 'although', 'even though', 'while', 'at the same time', 'that said', 'on the one hand', 'then again', 'both sides',
  'on both sides', 'either side', 'others (argue|say|believe|think|contend|see|point|prefer|want|disagree|warn|note)',
  'some (argue|say|believe|think|contend|see|prefer|want|people|economists|experts)', 'still others', 'in fairness', 'to be fair',
  'admittedly', 'it depends', '(trade off|tradeoff)(s)', 'pros and cons', 'advantages and disadvantages', 'arguments for and against',
  'on balance', 'in response', 'disagree(s|d|)', 'the other view', 'counterargument(s)', 'not everyone agrees', 'opinion is divided',
  'divided over', 'supporters and (critics|opponents)', 'critics and supporters', 'proponents and opponents',
  'debate(d|) (over|about|whether)',
] as const;

/** Camps that a fair report hears in turn, in pairs. */
export const CAMPS = {
  for: [
    'supporters', 'proponents', 'advocates', 'backers', 'defenders', 'those in favor', 'those in favour', 'supporters of', 'advocates of',
    'fans of the (plan|bill|law|idea)',
  ],
  against: ['critics', 'opponents', 'detractors', 'skeptics', 'sceptics', 'objectors', 'those against', 'opponents of', 'critics of', 'doubters'],
  left: [
    'democrats', 'liberals', 'progressives', 'labour', 'the left', 'left wing (parties|politicians|groups)', 'social democrats',
    'the greens', 'unions', 'union leaders', 'labor groups', 'labour mps', 'democratic (senators|lawmakers|leaders)', 'activists',
    'environmentalists', 'environmental groups', 'tenants', 'civil rights groups', 'workers',
  ],
  right: [
    'republicans', 'conservatives', 'tories', 'the right', 'right wing (parties|politicians|groups)', 'christian democrats', 'the gop',
    'business groups', 'employers', 'industry groups', 'conservative mps', 'republican (senators|lawmakers|leaders)', 'business leaders',
    'business owners', 'landlords', 'farmers', 'taxpayer groups', 'the industry', 'religious groups',
  ],
} as const;

/** A camp that is heard. */
export type Camp = keyof typeof CAMPS;

/** Words of public affairs: without one there is nothing to be neutral about. */
export const PUBLIC_AFFAIRS = [
  'government(s)', 'parliament', 'congress', 'senate', 'senator(s)', 'minister(s)', 'president', 'chancellor', 'mayor', 'governor',
  'council', 'election(s)', 'elected', 'vote(s|d|rs|r|)', 'ballot', 'referendum', 'campaign', 'law(s)', 'lawmakers', 'legislation', 'bill',
  'court', 'supreme court', 'judge(s)', 'ruling', 'policy', 'policies', 'regulation(s)', 'tax(es)', 'budget', 'immigration', 'border',
  'refugees', 'migrants', 'protest(s|ers)', 'police', 'military', 'army', 'war', 'treaty', 'sanctions', 'climate', 'emissions', 'energy',
  'health care', 'healthcare', 'minimum wage', 'wages', 'unions', 'strike', 'unemployment', 'inflation', 'housing', 'education', 'schools',
  'abortion', 'gun control', 'guns', 'religion', 'church', 'constitution', 'rights', 'welfare', 'pension(s)', 'trade', 'tariff(s)',
  'party', 'parties', 'opposition', 'coalition', 'democracy', 'republic', 'state', 'federal', 'officials', 'ministry', 'agency',
  'commission', 'public',
] as const;
