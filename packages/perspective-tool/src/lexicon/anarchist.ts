import type { StandpointLexicon } from './standpoint-lexicon.js';

export const ANARCHIST: StandpointLexicon = {
  standpoint: 'anarchist',
  frames: [
    {
      shows: 'rejects the state and every ruler',
      unmistakable: [
        'abolish the (state|police|government)', 'no gods no masters', 'smash the state', 'no rulers', 'all cops are bastards', 'acab',
        'stateless society', 'against all authority', 'all (authority|hierarchy|hierarchies|government) is', 'abolition of the state',
        'abolish (all |)(prisons|hierarchy|hierarchies|borders|states)', 'no borders no nations', 'no nations no borders', 'no state no',
        'voting changes nothing', 'whoever you vote for the government wins', 'if voting changed anything', 'neither master nor slave',
        'the state is violence', 'destroy the state', 'dismantle the state', 'reject all (authority|rulers|hierarchy)', 'no masters',
        'state and capital', 'capitalism and the state', 'the state and capital(ism)', '(fit|right) to rule (another|others|over)',
      ],
      telling: [
        'unjust (hierarchy|hierarchies|authority)', 'the state (exists|protects|serves|cannot|can never)', 'anti authoritarian',
        'prison abolition', 'police abolition', 'coercive (state|authority|institutions)', 'insurrectionary',
        'refuse to be (ruled|governed)', 'obey no one', 'oppressive state', 'propaganda of the deed', 'without (rulers|masters|the state)',
        'ungovernable', 'every government', 'all governments', 'refuse to (obey|vote|pay)', 'rule (another|over others|over us)',
        'self rule', 'anti state', 'the rulers', 'a gang', 'a world without (borders|police|prisons|states|bosses)',
        "police (exist|do not|don't|protect) (to|property|keep|the)", 'government(s) (cannot|can never|is a|are a|is just)',
        'state violence',
      ],
      hints: [
        'hierarch(y|ies)', 'hierarchical', 'domination', 'state power', 'rulers', 'masters', 'the ruling class', 'abolish', 'insurrection',
        'uprising', 'cops', 'carceral', 'no leaders', 'leaderless', 'riot', 'authority', 'government', 'prisons', 'borders', 'police',
        'the police', 'pigs', 'occupy', 'govern(ed)', 'obey', 'rebel(lion)', 'resist', 'freedom', 'rule', 'bosses',
      ],
    },
    {
      shows: 'builds on mutual aid and self-organisation instead',
      unmistakable: [
        'direct action (gets|is|now|works)', 'horizontal (organizing|organising|organization|organisation|structures|decision making)',
        'affinity group(s)', 'anarcho (communism|communist|syndicalism|syndicalist|capitalism|capitalist|primitivism|pacifism)',
        'federation of (free |)(communes|collectives)', 'free association of (producers|people|individuals)',
      ],
      telling: [
        'self organi(z|s)(ation|ed|ing)', 'community self defense', 'consensus (decision making|process)', 'black bloc',
        'voluntary association(s)', 'solidarity not charity', 'kropotkin', 'bakunin', 'emma goldman', 'proudhon',
        'workers self management', 'free communities', 'spontaneous revolt', 'mutual aid', 'self managed', 'self management',
        'autonomous zone(s)', 'infoshop', 'dual power', 'federate', 'feed each other', 'voluntary cooperation', 'take care of each other',
        'without (asking |)permission', 'run (by|it) ourselves', 'free communes', 'community (kitchens|gardens|defense|run)',
        'build the new world', 'in the shell of the old', 'cooperate freely', 'empty houses', 'neighborhood assemblies',
      ],
      hints: [
        'direct action', 'autonomy', 'autonomous', 'collectives', 'commune(s)', 'decentrali(z|s)ed', 'federated', 'squat(s|ting|ters)',
        'bottom up', 'grassroots', 'general assembly', 'expropriat(e|ion)', 'neighbors', 'neighborhood(s)', 'community', 'together',
        'cooperation', 'share', 'solidarity', 'horizontal', 'collective', 'assembly', 'assemblies', 'permission',
      ],
    },
    {
      shows: 'speaks as an anarchist',
      unmistakable: [
        "(as|i am|i'm) an (anarchist|ancom|ancap|anarchosyndicalist)", 'we anarchists', 'fellow anarchists',
        'anarchism (is|means|offers|teaches|wants)',
      ],
      telling: [
        'ancap(s)', 'ancom(s)',
      ],
    },
    {
      shows: 'names those who side with order in hostile terms',
      against: 'authoritarian',
      telling: [
        'pigs in uniform', 'state thugs', 'class traitors', 'fascist pigs', 'wage slave(s|ry)', 'armed thugs of the state',
        'screws and cops',
      ],
      hints: [
        'bootlicker(s)', 'tyrants', 'hired thugs',
      ],
    },
  ],
};
