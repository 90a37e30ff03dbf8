import type { StandpointLexicon } from './standpoint-lexicon.js';

export const NATIONALIST: StandpointLexicon = {
  standpoint: 'nationalist',
  frames: [
    {
      shows: 'puts the own nation before all others',
      unmistakable: [
        'our (blood and soil|ancestral homeland|sacred homeland)', 'our (fatherland|motherland|homeland)',
        'national (greatness|rebirth|revival|pride|glory)', 'greatest (nation|country) (on earth|in the world|in history)',
        'my country right or wrong', 'love it or leave it', 'defend our nation', 'put (our|america|britain) (nation|country|people) first',
        'one nation one people', 'proud (patriot|patriots|nationalist|nationalists)', 'die for (our|the) (flag|nation|country)',
        'our glorious nation',
      ],
      telling: [
        'national (sovereignty|identity|interest|interests|character|unity|heritage|honor|honour|culture|independence|survival|destiny)',
        'take back control', 'independence from brussels', 'economic nationalism', 'bring (back |)(our |)jobs (back |)home',
        'jobs for our people', 'protect our industr(y|ies)',
        '(america|britain|france|germany|italy|india|hungary|poland|russia|australia|canada|our nation|our country|our people) first',
        'make (america|britain|our country|our nation|germany|france) great again', 'maga', 'the fatherland', 'love my country',
        "our (national|nation's) (identity|language|heroes|flag|pride|culture)", 'a people that', 'our forefathers', 'our soil',
        'blood and soil', 'true (patriots|americans|britons|germans|sons)', 'loyal to (the|our) (nation|country|flag)',
        'native (people|sons|culture)', 'national (language|flag|heroes)',
      ],
      hints: [
        'sovereignty', 'sovereign nation(s)', 'patriot(s|ic|ism)', 'homeland',
        'our (nation|flag|anthem|borders|ancestors|people|soldiers|culture|heritage|traditions)', 'our own (people|citizens|workers)',
        'the nation', 'exceptionalism', 'buy (american|british|local)', 'native born', 'national anthem', 'the flag',
        'foreign (powers|interference|influence|meddling|domination|workers)', 'outsiders',
        'proud (nation|country|people|american|briton|brit)', 'great nation', 'nation building', 'tariffs', 'flag', 'heroes', 'language',
        'ancestors', 'fatherland', 'my country', 'our country', 'nation', 'proud', 'pride', 'soldiers', 'culture', 'people',
        'identity',
      ],
    },
    {
      shows: 'sees the nation threatened by foreigners',
      unmistakable: [
        'great replacement', 'close (the|our) borders', 'invasion of (migrants|immigrants|foreigners|illegals)', 'migrant invasion',
        'foreign invaders', 'remigration', 'keep (america|britain|england|germany) (american|british|english|german)',
        'strangers in our own (country|land)', 'foreign hordes', 'flooded with (immigrants|migrants|foreigners|refugees)',
        'deport them all', 'replace our people', 'taking our jobs', 'our culture is being (destroyed|erased|replaced)', 'stop the boats',
      ],
      telling: [
        'mass (migration|immigration)', 'uncontrolled (migration|immigration)', 'illegal (aliens|immigration|immigrants|migrants)',
        'secure (the|our) borders', 'immigration (must|has to) (stop|end|be stopped)', 'cultural (erosion|replacement|decay)',
        'import(ed|ing) (cheap labour|cheap labor|crime|voters)', 'build (the|that) wall', 'mass deportation(s)', 'send them back',
      ],
      hints: [
        'open borders', 'assimilat(e|ion)', 'foreigners', 'deport(ation|ations|)', 'border wall', 'migrants',
        'speak (english|our language)', 'our way of life', 'demographic (change|replacement)', 'invaders',
      ],
    },
    {
      shows: 'names those who look beyond the nation in hostile terms',
      against: 'globalist',
      unmistakable: [
        'globalist(s) (agenda|elite|elites|cabal|traitors|puppets|plot|class)', 'new world order', 'rootless cosmopolitan(s)',
        '(sell outs|sellouts) to (china|brussels|foreigners)', 'eurocrat(s)',
      ],
      telling: [
        'globalist(s)', 'globalism', 'brussels (bureaucrats|elites|dictates)', 'anti american', 'cosmopolitan elites', 'the davos crowd',
        'davos elites', 'foreign lackeys', 'un american',
      ],
      hints: [
        'traitor(s)', 'treason', 'unpatriotic', 'world government', 'soros',
      ],
    },
    {
      shows: 'speaks as a nationalist',
      unmistakable: [
        "(as|i am|i'm) a (proud |)(nationalist|patriot)", 'we (patriots|nationalists)', 'fellow (patriots|nationalists)',
      ],
    },
  ],
};
