import type { StandpointLexicon } from './standpoint-lexicon.js';

export const CONSERVATIVE: StandpointLexicon = {
  standpoint: 'conservative',
  frames: [
    {
      shows: 'treats taxes and public spending as a burden on the diligent',
      unmistakable: [
        'death tax(es)', 'hard (working|earned) tax(payer|payers|dollars)', 'tax and spend (liberal|democrat|left|politician)(s)',
        'welfare queen(s)',
      ],
      telling: [
        'taxpayer money', 'tax and spend', 'job killing (tax|regulation|policy|policies)(es|s)', 'out of control spending',
        'runaway spending', 'government handout(s)', 'culture of dependency', 'welfare dependency', 'live within (our|its|their) means',
        'tax relief', 'entitlement reform', 'bloated government', 'limited government', 'small government',
        'fiscal (responsibility|discipline|conservatism)', 'pull yourself up', 'nanny state', 'able bodied adults',
        'work for what (you|they|we) (have|get)', 'government off (the backs|our backs|your back)', 'spending problem', 'socialist agenda',
        'earn their keep', 'welfare cheats', 'free ride', 'live off (the government|the taxpayer|welfare)',
      ],
      hints: [
        'taxpayer funded', 'wasteful spending', 'handout(s)', 'balance the budget', 'work ethic', 'tax burden', 'dependency', 'hard work',
        'american dream', 'able bodied', 'self reliance', 'self sufficient', 'welfare', 'national debt', 'government spending',
      ],
    },
    {
      shows: 'upholds family, faith and custom as what holds society together',
      unmistakable: [
        'traditional family values', 'sanctity of (marriage|life)', 'traditional marriage', 'unborn (child|children|baby|babies)',
        'judeo christian (values|heritage|tradition)', 'moral decay', 'our conservative (values|principles)', 'the unborn',
        '(our|good) christian (values|nation|heritage)', "biological (male|males|men) in women's",
      ],
      telling: [
        'family values', 'traditional values', 'nuclear family', 'pro life', 'culture of life', 'religious liberty',
        'moral decline', 'time honored', 'our heritage', 'our forefathers', 'law abiding (citizen|citizens|people|gun owners)',
        'individual responsibility', 'common sense values', 'old fashioned values', 'god fearing', 'respect for authority',
        'the family unit', 'hard work and discipline', 'abortion on demand', 'preserve our traditions',
        'traditional (institutions|way of life)', 'silent majority', 'pro family', 'small town america',
        "(parents|parental|parent's) rights", 'christian values', 'pro family policies', "men in women's sports",
        'biological (male|males|men|sex)', 'real america', 'mothers and fathers', 'a mother and a father',
        'marriage between a man and a woman', 'honor our (fathers|veterans|troops)', 'the american way',
      ],
      hints: [
        'right to life', 'school choice', 'moral compass', 'time tested', 'way of life', 'personal responsibility', 'rule of law',
        'founding fathers', 'the heartland', 'tradition(s|al)', 'decency', 'patriotism', 'upbringing', 'discipline', 'modesty', 'family',
        'marriage',
      ],
    },
    {
      shows: 'puts order, arms and borders first',
      unmistakable: [
        'illegal alien(s)', 'back the blue', 'gun grabber(s)', 'god given right to bear arms',
      ],
      telling: [
        'law and order', 'tough on crime', 'secure (the|our) border(s)', 'border security', 'second amendment',
        'right to (bear|keep and bear) arms', 'peace through strength', 'strong (national defense|military)', 'support our troops',
        'illegal immigra(nt|nts|tion)', 'thin blue line', 'criminal aliens', 'chain migration', 'catch and release',
        'constitutional conservative(s)', 'activist judge(s)', 'legislating from the bench', 'soft on crime', 'shall not be infringed',
        'border crisis', 'sanctuary cit(y|ies)', 'voter id', 'election integrity', 'criminals not guns', 'good guy with a gun',
        'gun owners', 'our (police|troops|veterans|men in uniform)', 'strong borders', 'lawful',
        'protect our (borders|communities|children|kids)',
      ],
      hints: [
        'illegals', 'amnesty for illegals', 'originalist', 'criminals', 'crime', 'veterans', 'troops', 'borders', 'guns', 'the military',
        'law enforcement', 'lawlessness',
      ],
    },
    {
      shows: 'names the left in hostile terms',
      against: 'progressive',
      unmistakable: [
        'radical left(ist|ists|)', 'libtard(s)', 'woke (mob|mobs|agenda|ideology|nonsense|left|crowd)', 'loony left',
        'leftist (agenda|mob|indoctrination|media|elites)', 'liberal (agenda|snowflakes|indoctrination|tears)', 'feminazi(s)',
        'demonrat(s)',
      ],
      telling: [
        'far left (agenda|radicals|extremists)', 'the leftists', 'own the libs', 'social justice warrior(s)', 'sjw(s)', 'wokeness',
        'wokeism', 'pc police', 'virtue signal(ing|ling|)', 'cultural marxis(m|ts)', 'liberal media', 'mainstream media bias',
        'lamestream media', 'bleeding heart(s)', 'gender ideology', 'gender (madness|confusion)',
        'indoctrinat(e|ing) (our|your) (children|kids)', 'champagne socialist(s)',
      ],
      hints: [
        'the libs', 'snowflake(s)', 'cancel culture', 'political correctness', 'identity politics', 'big government',
      ],
    },
    {
      shows: 'speaks as a conservative',
      unmistakable: [
        'we (conservatives|republicans)', 'fellow conservatives', 'conservative (principles|values) (are|must|have)',
        "(as|i am|i'm) a (proud |lifelong |)(conservative|republican|tory)", "we're conservatives", 'we are conservatives',
      ],
    },
  ],
};
