import type { StandpointLexicon } from './standpoint-lexicon.js';

export const GLOBALIST: StandpointLexicon = {
  standpoint: 'globalist',
  frames: [
    {
      shows: 'sees solutions in cooperation across borders',
      unmistakable: [
        'rules based (international|global|world|multilateral) (order|system)', 'citizen(s) of the world', 'liberal international order',
        'multilateral(ism) (is|cooperation|solutions|institutions|action|system|approach)',
        'strengthen(ing|) (the united nations|multilateral institutions|international institutions|global institutions)',
        'global problems (require|need|demand) global solutions', 'one humanity', 'problems without passports',
        'no country can (solve|face|tackle|do) (this|it|them|these) alone',
        'no nation can (solve|face|tackle|do) (this|it|them|these) alone', 'ever closer union', 'pool(ed|ing) sovereignty',
        'world federation', 'borderless world', 'global community must', 'know(s|) no borders', 'stop at (the |)borders',
        'respect no borders', 'carry no passports', 'do not stop at borders',
      ],
      telling: [
        'multilateral(ism)', 'interconnectedness', 'trade liberali(z|s)ation', 'cross border (cooperation|solutions|trade)',
        'international treaties', 'common humanity', 'humanity as a whole', 'global north and south', 'open to the world',
        'rules based order', 'global (governance|citizenship|citizen|citizens)', 'one world', 'shared humanity', 'european integration',
        'cosmopolitan (democracy|values|ideal)', 'borders on a map',
        'stronger international (institutions|law|cooperation|organisations|organizations)',
        'work (together |)with other (nations|countries)', '(global|international|coordinated) response',
        'trade agreements (that|which|bind|with)', 'bind us together', 'nations (must|should|need to) (cooperate|work together)',
        'peace between (nations|peoples)', 'world (peace|community|parliament)', 'as human beings', 'all of humanity', 'global south',
        'international courts',
      ],
      hints: [
        'international (community|cooperation|law|institutions|norms|order|solidarity|agreements|partnership|partnerships)',
        'global (cooperation|challenges|challenge|problems|solutions|community|institutions|solidarity|partnership|responsibility|public goods|commons|economy|village)',
        'interconnected( world|)', 'interdependen(ce|t)', 'the united nations',
        'world (trade organization|bank|health organization|economic forum)', 'paris agreement', 'sustainable development goals',
        'open (borders|societies|society|world|trade)', 'free movement( of people|)', 'freedom of movement',
        'free trade( agreement| agreements|)', 'globali(z|s)ation', 'globali(z|s)ed', 'across borders', 'cultural exchange', 'alliances',
        'allies and partners', 'our (allies|partners)', 'diplomacy', 'soft power', 'development aid', 'foreign aid', 'treaty',
        'cosmopolitan', 'the european union', 'transatlantic', 'humanity', 'nations', 'borders', 'trade', 'the un', 'united nations',
        'europe', 'european', 'trade agreements', 'solidarity', 'passports', 'worldwide', 'countries', 'migration', 'cooperation',
        'pandemics', 'global', 'international', 'the world', 'peace',
      ],
    },
    {
      shows: 'names turning inward in hostile terms',
      against: 'nationalist',
      unmistakable: [
        'narrow nationalism', 'toxic nationalism', 'xenophobic nationalism', 'little englander(s)',
        'flag waving (nationalists|nationalism|demagogues)',
      ],
      telling: [
        'nativis(m|t|ts)', 'beggar thy neighbor', 'beggar thy neighbour', 'inward looking', 'walls between', 'bridges not walls',
        'retreat from the world', 'jingois(m|tic|ts)', 'protectionism (is|leads|makes|will|hurts)',
        'nationalism (is|leads|means|has|will)', "walls (do not|don't|will not|won't|never)",
      ],
      hints: [
        'isolationis(m|t|ts)', 'protectionis(m|t|ts)', 'nationalism', 'ultranationalis(m|t|ts)', 'insular', 'parochial',
        'chauvinis(m|t|ts|tic)', 'trade wars', 'go it alone', 'build bridges', 'turning inward', 'xenophobi(a|c)',
      ],
    },
    {
      shows: 'speaks as a citizen of the world',
      unmistakable: [
        "(as|i am|i'm) a (global citizen|citizen of the world|world citizen|cosmopolitan|globalist|federalist|committed european)",
        'we (europeans|globalists|internationalists) (must|need|should)', 'we are all citizens of',
      ],
    },
  ],
};
