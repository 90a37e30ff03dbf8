import type { TypeLexicon } from './type-lexicon.js';

export const POLITICAL: TypeLexicon = {
  type: 'political',
  strong: [
    'president (biden|trump|obama|bush|clinton|reagan|putin|macron|zelensky|xi|carter|nixon|kennedy)', 'prime minister', 'white house',
    'congress', 'senate', 'senator(s)', 'house of representatives', 'parliament(ary|)',
    'the (democrats|republicans|tories|labour party|conservatives|left|right|gop)', 'democrat(s|ic party)', 'republican(s| party)',
    'left wing', 'right wing', 'conservative(s)', 'liberal(s)', 'election(s)', 'elected', 'ballot(s)', 'voter(s)', 'voting', 'vote for',
    'campaign trail', 'presidential', 'candidate(s)', 'referendum', 'legislation', 'lawmaker(s)', 'bipartisan', 'filibuster',
    'impeach(ment|ed)', 'executive order', 'supreme court', 'constitution(al|)', 'amendment', 'foreign policy', 'domestic policy',
    'tax (cut|cuts|plan|policy|increase|increases|reform|code)', 'welfare (state|reform)', 'health care (plan|reform|policy|bill)',
    'healthcare reform', 'immigration (policy|reform|law|laws)', 'gun (control|laws)', 'abortion (rights|law|laws|ban)', 'minimum wage',
    'climate policy', 'government (policy|spending|shutdown)', 'federal government', 'national security', 'foreign aid', 'sanctions',
    'diplomacy', 'diplomat(s|ic)', 'coalition government', 'opposition (party|leader|parties)', 'cabinet', 'geopolitic(s|al)', 'democracy',
    'dictator(ship|s)', 'authoritarian', 'socialism', 'communism', 'capitalism', 'fascism', 'populis(m|t)', 'progressive(s)', 'ideology',
    'civil rights', 'political(ly|)', 'politician(s)', 'politics', 'policy', 'policies', 'regime', 'nato', 'european union',
    'united nations', 'brexit', 'my opponent', 'the american people', 'my fellow (americans|citizens)', 'this administration',
    'social security', 'medicare', 'border security', 'taxpayer(s)', 'gerrymander(ing|ed)',
  ],
  plain: [
    'government(s)', 'president', 'party', 'parties', 'state(s)', 'nation(s|al|)', 'country', 'countries', 'law(s)', 'bill', 'rights',
    'freedom', 'citizen(s)', 'public', 'people', 'power', 'leader(s|ship)', 'vote(s|d)', 'campaign', 'reform(s)', 'tax(es)', 'budget',
    'deficit', 'economy', 'jobs', 'military', 'war', 'troops', 'nuclear', 'soviet', 'russia', 'china', 'iran', 'israel', 'ukraine',
    'terrorism', 'terrorist(s)', 'border', 'immigration', 'immigrant(s)', 'police', 'crime', 'gun(s)', 'abortion', 'welfare', 'unions',
    'protest(s)', 'activist(s)', 'movement', 'governor', 'mayor', 'minister', 'court', 'justice', 'liberty', 'equality', 'corruption',
    'protest', 'propaganda', 'regulation(s)', 'administration', 'federal', 'local government', 'debate', "governor's",
    'secretary of state', 'treaty', 'peace', 'allies', 'security', 'constitution',
  ],
};
