import type { StandpointLexicon } from './standpoint-lexicon.js';

export const POPULIST: StandpointLexicon = {
  standpoint: 'populist',
  frames: [
    {
      shows: 'sets an honest people against a corrupt elite',
      unmistakable: [
        'corrupt (elite|elites|establishment)', 'out of touch (elite|elites|politicians|establishment)', 'drain the swamp',
        'the (global|globalist|political|liberal|coastal|ruling|wealthy|metropolitan) elite(s)',
        "the elites (have|are|want|hate|think|don't|look|despise|sold|will|do)", 'give power back to the people',
        'power back to the people', 'take back our (country|government|democracy)',
        'forgotten (man|men|people|americans|communities|men and women)', 'rigged system', 'the system is rigged',
        'ordinary (people|folk|folks) against',
      ],
      telling: [
        'the common (man|people)', 'the heartland', 'the silent majority',
        'the people (have had enough|have spoken|are angry|deserve|know)', 'establishment (politicians|candidates|parties)',
        'the uniparty', 'uniparty', 'career politician(s)', 'professional politicians', 'washington insiders', 'backroom deal(s)',
        'bought and paid for', 'in the pockets of', 'the swamp', 'sold (us|you) out', 'sell(ing) us out', 'lining their (own |)pockets',
        'stitched up', 'never asked us', 'they look down on', 'the powers that be', "politicians don't care", 'fat cats',
        'speak for the people', 'voice of the people', 'stand up for the people', 'the political class', 'the real people',
        'we the people', 'will of the people', 'power to the people', 'the insiders', 'the forgotten', 'people like us',
        'bailed out (the banks|its friends|their friends|wall street)', 'sent us the bill',
        'tired of being (lectured|ignored|lied|talked|laughed|told|looked)', "(hard |honest |real )day's work", 'day of work',
        'they got rich', 'the rich and powerful', 'fighting for you', 'let the people (decide|vote|speak)', 'listen to the people',
        'betrayed the people', 'politicians (lie|only|all|never)', 'working (stiffs|joes)', 'they (laugh|look) (at|down on) (us|you)',
        'not the people', 'we pay the (bill|price)', 'those at the top', 'the people at the top', 'up there', 'the ones in charge',
        "the people's",
      ],
      hints: [
        'the elite(s)', 'elites', 'elitist(s)', 'ordinary (people|folk|folks|citizens|americans|working people)',
        'regular (people|folks|joes)', 'everyday (people|americans|folks)', '(hard working|hardworking) (people|families|folks)',
        'average joe', 'the little guy', 'real (americans|people)', 'main street', 'the establishment', 'both parties', 'bureaucrats',
        'insiders', 'special interests', 'lobbyists', 'bankers', 'ivory tower', 'rigged', 'common sense', 'silenced', 'one of us',
        'plain speaking', 'tells it like it is', 'the rest of us', 'politicians', 'the people', 'the rich', 'pay the bill', 'lectured',
        'betrayed', 'the capital', 'ordinary', 'promises', 'washington', 'brussels', 'westminster', 'the powerful',
        'citizens', 'the media',
      ],
    },
    {
      shows: 'suspects hidden powers behind politics and media',
      unmistakable: [
        'shadow government', 'puppet masters', 'controlled by (the elites|globalists|bankers)', "they don't want you to know",
        'fake news media', 'lying (press|media)', 'enem(y|ies) of the people',
      ],
      telling: [
        'so called experts', 'self proclaimed experts', 'puppet politicians', 'wake up people', 'wake up sheeple',
        'unelected (bureaucrats|officials|judges|elites)', 'faceless bureaucrats', "experts don't know", "what they('re| are) hiding",
        'the truth they hide', 'media elite(s)', 'deep state',
      ],
      hints: [
        'fake news', 'mainstream media', 'msm', 'legacy media', 'puppets', '(cover up|coverup)', 'witch hunt',
      ],
    },
  ],
};
