import type { TypeLexicon } from './type-lexicon.js';

export const NEWS: TypeLexicon = {
  type: 'news',
  strong: [
    'breaking news', 'breaking', 'reuters', 'associated press', 'afp', 'bbc news', 'a spokes(man|woman|person|people)',
    'spokes(man|woman|person)',
    'according to (police|officials|authorities|witnesses|a statement|the ministry|local media|court documents|reports|the report)',
    'officials said', 'police said', 'authorities said', 'said in a statement', 'told reporters', 'told (the bbc|cnn|reuters|afp)',
    'told a (news|press) conference', 'press (conference|release|briefing)', 'news conference',
    '(was|were) (arrested|killed|injured|detained|hospitalized|evacuated|charged with|sentenced)', 'eyewitness(es)', 'witnesses said',
    'death toll', 'state of emergency', 'emergency services', 'first responders', 'firefighters', 'rescue (workers|teams|crews|operation)',
    'earthquake', 'wildfire(s)', 'flooding', 'hurricane', 'explosion', 'shooting', 'plane crash', 'the incident',
    'investigation is (ongoing|underway)', 'under investigation', 'police are (investigating|searching|looking)', 'suspect(s)',
    'prosecutors', 'on (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    '(monday|tuesday|wednesday|thursday|friday|saturday|sunday) (morning|afternoon|evening|night)', 'earlier this (week|month|year)',
    'late on', 'the statement said', 'the report said', 'the agency said', 'has been (confirmed|reported|announced)',
    'no (injuries|casualties|deaths) (were|have been) reported', 'correspondent', 'live updates', 'developing story', 'local media',
    'state media', 'humanitarian', 'ceasefire', 'hostages',
  ],
  plain: [
    'said', 'says', 'reported', 'reports', 'report', 'announced', 'confirmed', 'officials', 'official', 'police', 'authorities',
    'ministry', 'minister', 'statement', 'residents', 'victims', 'killed', 'injured', 'arrested', 'attack(s)', 'crash', 'fire', 'storm',
    'rescue', 'court', 'trial', 'judge', 'charged', 'sentenced', 'investigation', 'investigators', 'evacuated', 'local', 'residents said',
    'mayor', 'governor', 'government', 'province', 'city', 'capital', 'foreign', 'crisis', 'conflict', 'troops', 'military', 'border',
    'protest(s|ers)', 'demonstrators', 'journalist(s)', 'newspaper(s)', 'media', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday',
    'saturday', 'sunday', 'yesterday', 'last (week|month|night|year)', 'january', 'february', 'april', 'june', 'july', 'august',
    'september', 'october', 'november', 'december', 'week', 'people died', 'died', 'dead', 'missing', 'released', 'amid', 'following',
    'despite', 'warned', 'accused', 'alleged(ly|)', 'reportedly', 'according to', 'activists', 'rights groups', 'human rights',
  ],
};
