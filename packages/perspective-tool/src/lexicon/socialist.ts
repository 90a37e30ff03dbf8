import type { StandpointLexicon } from './standpoint-lexicon.js';

export const SOCIALIST: StandpointLexicon = {
  standpoint: 'socialist',
  frames: [
    {
      shows: 'sees society as a struggle between classes',
      unmistakable: [
        'class (struggle|war against workers|consciousness|enemy|solidarity|warfare by the rich)', 'proletaria(t|n)',
        'exploitation of (the |)(workers|labour|labor|working class)', 'workers of the world',
        'working class (people|power|struggle|solidarity|movement|unity|must|needs|has)',
        'capitalist (class|exploitation|system|oppressors|bosses|greed)', 'surplus value', 'petit bourgeois', 'capital exploits',
        'the owning class', 'the bosses and', 'wage slavery', 'workers have nothing to lose', 'dictatorship of the proletariat',
        'eat the rich', 'late stage capitalism', 'nothing to lose but',
      ],
      telling: [
        'exploited (workers|masses)', 'the capitalists', 'class war(fare)', 'the rich get richer', 'profit motive', 'private profit(s)',
        'profits over people', 'people over profit(s)', 'people before profit(s)', 'wage labor', 'the many not the few', 'for the many',
        'bourgeois(ie|)', 'our (labor|labour)', 'their profit(s)',
        "your (boss|landlord) (did not|didn't|does not|doesn't|needs|takes|lives|owns|will never)", 'profit(s) for the few',
        'value we create', 'wealth we create', 'created by workers', 'under capitalism', 'capitalist society',
        'workers (create|produce|make|built|build|deserve|of|need|are|must|should)', 'unpaid (labor|labour|wages)', 'the few own',
        'labor movement', 'labour movement', 'the many',
      ],
      hints: [
        'the working class', 'working people', 'working class', 'the workers', 'the ruling class', 'exploit(ed|ation|ing|ative|s|)',
        'the bosses', 'bosses', 'capitalists', 'the masses', 'oppressor(s)', 'the oppressed', 'imperialis(m|t|ts)', 'solidarity',
        'comrade(s)', 'capitalism', 'neoliberal(ism|s|)', 'austerity', 'alienation', 'inequality', 'parasites', 'landlords',
        'hoard(ing) wealth', 'hoarders', 'workers', 'worker', 'boss', 'landlord', 'profit(s)', 'the rich', 'wages', 'labor', 'labour',
        'shareholders', 'corporations', 'owners', 'wealth', 'strike', 'class', 'poverty', 
      ],
    },
    {
      shows: 'wants ownership and power moved to workers and the public',
      unmistakable: [
        'means of production', 'seize the (means|factories|wealth)', 'workers (control|ownership|councils|state|revolution)',
        'worker (owned|control|ownership)', 'abolish (capitalism|private property|landlords|wage labour|wage labor)',
        'overthrow (of |)capitalism', 'socialist (revolution|future|transformation|alternative|society)',
        'nationali(z|s)e (the |)(banks|railways|energy|oil|utilities|industry|industries|water)', 'common ownership',
        'collective ownership', 'from each according to', 'expropriate the', 'socialism or barbarism', 'rent control now',
        'beyond capitalism', 'end capitalism',
      ],
      telling: [
        'redistribut(e|ion|ive)', 'redistribution of wealth', 'union power', 'rank and file', 'organi(z|s)ed (labor|labour)',
        'social ownership', 'decommodif(y|ication)', 'rent control', 'labor power', 'marxist analysis', 'rosa luxemburg',
        'free public transport', 'tax the rich', 'wealth of the few', 'public ownership', 'democratic socialis(m|t|ts)', 'planned economy',
        'general strike', 'publicly owned', 'organi(z|s)e at work', 'join a union',
        '(free|guaranteed) (healthcare|education|housing|transport|childcare) for all', 'production for need',
        'public (housing|transport|hospitals)', 'workers rights', 'council housing', 'decent housing for all', 'housing for all',
        'universal public', 'democratic control', 'from the bosses', 'union now',
      ],
      hints: [
        'nationali(z|s)(e|ation|ed)', 'collective bargaining', 'trade union(s)', 'labor union(s)', 'unioni(z|s)(e|ed|ing|ation)',
        'picket line', 'strike action', 'public services', 'welfare state', 'cooperatives', 'co operatives', 'revolution', 'revolutionary',
        'basic needs', 'marx', 'four day week', 'living wage', 'union(s)', 'housing', 'organi(z|s)e', 'public', 'equality', 'cooperative',
        'collective', 'transport', 'fight for', 'society',
      ],
    },
    {
      shows: 'names owners and employers in hostile terms',
      against: 'capitalist',
      telling: [
        'greedy (bosses|capitalists|landlords|corporations|bankers)', 'robber barons', 'bloodsuck(ers|ing)', 'fat cat(s| bosses)',
        'corporate (overlords|masters|vultures|parasites|greed)', 'vulture (funds|capitalists|capitalism)', 'slumlord(s)',
        'the billionaire class', 'billionaire class', 'class traitor(s)', 'war profiteers', 'profiteer(s|ing)', 'capitalist pigs',
        'plutocra(t|ts|cy)',
      ],
      hints: [
        'scabs', 'oligarch(s|y)',
      ],
    },
    {
      shows: 'speaks as a socialist',
      unmistakable: [
        "(as|i am|i'm) a (democratic |)(socialist|marxist|communist|trade unionist|leninist)", 'we (socialists|marxists|communists)',
        'fellow (workers|socialists|comrades)',
        'socialism (is|means|offers|will|would) (the |)(only|future|answer|democracy|freedom|give|free)',
      ],
    },
  ],
};
