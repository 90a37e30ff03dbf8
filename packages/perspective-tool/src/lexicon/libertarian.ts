import type { StandpointLexicon } from './standpoint-lexicon.js';

export const LIBERTARIAN: StandpointLexicon = {
  standpoint: 'libertarian',
  frames: [
    {
      shows: 'takes individual liberty as the measure of all policy',
      unmistakable: [
        "don't tread on me", 'live and let live and keep the government out', 'non aggression (principle|axiom)', 'self ownership',
        'individual sovereignty', 'sovereign individual(s)', 'victimless crime(s)', 'liberty or death', 'give me liberty',
        'ron paul was right', 'free minds and free markets', 'live free or die', 'natural rights of the individual',
        'taxation without consent',
      ],
      telling: [
        'individual liberty', 'personal liberty', 'individual freedom', 'economic freedom', 'economic liberty',
        'voluntary (exchange|association|cooperation|transactions)', 'consenting adults', 'mutual consent',
        'freedom of (choice|association|contract)', "none of the (state|government)'s business", 'government out of',
        'free speech absolutist(s)', 'inalienable rights', 'unalienable rights', 'free individuals', 'liberty minded', 'own your own body',
        'peaceful people', 'willing buyer', 'no victim no crime', 'choose for (myself|yourself|themselves|ourselves)',
        'run (my|your|their|our) own (life|lives)', 'freedom to (choose|trade|fail|speak)', 'liberties', 'right to choose for',
        'live (my|your|their) (own |)li(fe|ves) as',
      ],
      hints: [
        'personal freedom', 'individual rights', 'civil liberties', 'mind your own business', 'leave (us|people|me) alone',
        'live and let live', 'liberty', 'right to privacy', 'personal choice(s)', 'freedom(s)', 'consent', 'choice', 'free speech',
        'privacy', 'autonomy', 'individual(s)', 'choices', 'voluntarily', 'permission',
      ],
    },
    {
      shows: 'sees government itself as the problem',
      unmistakable: [
        'tax(es|ation) (is|are) (legalized |)theft', 'end the fed', 'get the government out of',
        'government is the problem', 'legal plunder', 'monopoly on (violence|force)', 'minarchis(m|t|ts)',
        'war on drugs (is|has been) (a failure|immoral|failed)', '(state|government) has no business',
        'permission (from|of) the (state|government)', 'government (is|was) not the solution', 'every law is (a|backed by)',
      ],
      telling: [
        'government (coercion|intervention|interference|intrusion|control|force|meddling|monopoly|bureaucrats)',
        'state (coercion|intervention|interference|control)', 'minimal state', 'mass surveillance', '(over regulat|overregulat)(ion|ed)',
        'central planning', 'central planners', 'fiat (money|currency)', 'sound money', 'legali(z|s)e (it|drugs|all drugs|weed|marijuana)',
        'war on drugs', 'drug prohibition', 'crony(ism| capitalism| capitalists)', 'eminent domain', 'civil asset forfeiture',
        'occupational licensing', 'foreign entanglements', 'abolish the irs', 'unaccountable bureaucrats', 'audit the fed',
        'government overreach', 'statis(m|t|ts)', 'police state', 'surveillance state', 'regulatory state', 'less government',
        'more government( control|)', 'government should (stay out|have no|not be|leave|get out)', '(a|need a) licen(s|c)e to',
        'forced to pay', 'vaccine mandate(s)', 'government mandates', 'government program(s)', 'the state (takes|owns|forces|steals)',
        'bureaucracy', 'politicians and bureaucrats', 'regulate everything', 'tell us how to live', 'tell people how to live',
        'at the point of a gun',
      ],
      hints: [
        'coercion', 'coercive', 'big government', 'limited government', 'smaller government', 'warrantless', 'red tape',
        'deregulat(e|ion)', 'gold standard', 'central bank(s|ers|)', 'gun rights', 'mandates', 'tyranny', 'regulation(s)', 'bureaucrats',
        'the state', 'the irs', 'government', 'taxes', 'licen(s|c)ing', 'prohibition', 'force',
      ],
    },
    {
      shows: 'trusts free exchange to do better than the state',
      telling: [
        'spontaneous order', 'invisible hand', 'laissez faire', 'private charity', 'austrian (economics|school)', 'rothbard',
      ],
      hints: [
        'free market(s)', 'private property', 'property rights', 'voluntary', 'let the market', 'competition not government', 'hayek',
        'mises', 'ayn rand',
      ],
    },
    {
      shows: 'names believers in the state in hostile terms',
      against: 'authoritarian',
      telling: [
        'jackbooted', 'bootlicker(s)', 'petty tyrant(s)', 'nanny stat(e|ers|ists)',
      ],
      hints: [
        'control freak(s)', 'tyrant(s)', 'tyrannical', 'big brother',
      ],
    },
    {
      shows: 'speaks as a libertarian',
      unmistakable: [
        "(as|i am|i'm) a (small l |)(libertarian|classical liberal|minarchist)", 'we libertarians', 'fellow libertarians',
        'libertarian (principles|values) (are|must|have)',
      ],
    },
  ],
};
