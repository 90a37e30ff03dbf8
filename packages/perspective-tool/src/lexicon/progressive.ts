import type { StandpointLexicon } from './standpoint-lexicon.js';

export const PROGRESSIVE: StandpointLexicon = {
  standpoint: 'progressive',
  frames: [
    {
      shows: 'sees injustice built into institutions',
      unmistakable: [
        'systemic (racism|oppression|injustice|inequality)', 'structural (racism|oppression)', 'white (privilege|fragility)',
        'toxic masculinity', 'heteronormativ(e|ity)', 'intersectional(|ity) (feminism|justice|struggle)',
        'patriarchal (society|system|structures|norms)', 'institutional racism', 'cisgender privilege', 'smash the patriarchy',
      ],
      telling: [
        'the patriarchy', 'intersectional(ity)', 'marginali(z|s)ed (people|communities|groups|voices)',
        'oppressed (people|communities|groups)', 'communities of color', 'microaggression(s)', 'check your privilege',
        'mass incarceration', 'police brutality', 'defund the police', 'black lives matter', 'decoloni(z|s)e', 'settler colonial(ism)',
        'gender pay gap', 'dog whistle(s)', 'allyship', 'historically excluded', 'hate has no home', 'at the margins', 'police violence',
        'racial (equity|disparities|inequality|profiling)', 'gender (equality|equity)', 'oppressive systems', 'unconscious bias',
        'implicit bias', 'whiteness', 'rape culture', 'victim blaming', 'anti racis(m|t|ts)', 'land acknowledgment', 'black and brown',
      ],
      hints: [
        'systemic', 'people of color', 'lived experience(s)', 'privileged', 'glass ceiling', 'underrepresented', 'marginali(z|s)ed',
        'oppression', 'vulnerable', 'racism', 'sexism', 'discrimination', 'injustice', 'minorities', 'disparities', 'diversity',
        'inclusion', 'patriarchy', 'ableis(m|t)',
      ],
    },
    {
      shows: 'calls for equity, inclusion and rights for more people',
      unmistakable: [
        'reproductive (justice|freedom)', 'my body my choice', 'trans rights are human rights', "women's rights are human rights",
        'love is love', 'abolish ice', 'no human is illegal', 'no one is illegal',
      ],
      telling: [
        'social justice', 'racial justice', 'economic justice', 'environmental justice', 'inclusivity',
        'inclusive (society|language|spaces)', 'reproductive rights', 'right to choose', 'bodily autonomy',
        'undocumented( immigrants| workers| people| families|)', 'dreamers', 'trans (rights|youth|kids|women|people)', 'marriage equality',
        'affirmative action', 'voter suppression', 'common sense gun (reform|laws|control)', 'human dignity', 'path to citizenship',
        'refugees welcome', 'diversity equity and inclusion', 'gender affirming care', 'bathroom bill(s)', 'politicians off our bodies',
        'off our bodies', 'kids in cages', 'book ban(s|ning)', 'voting rights', 'gun lobby', '(nobody|no one) (is |)left behind',
        'gay rights', 'workers rights', 'immigrant (families|communities|rights)', 'abortion (rights|access|care)',
        'human rights for all', 'welcoming society', 'dignity and respect',
      ],
      hints: [
        'equity', 'pro choice', 'lgbtq( rights| community| people|)', 'gun (violence|safety)', 'safe space(s)', 'representation matters',
        'equal pay', 'civil rights', 'human rights', 'inclusive', 'acceptance', 'compassion', 'refugees', 'immigrants', 'rights',
        'gender identity', 'nra', 'equality', "women's rights",
      ],
    },
    {
      shows: 'asks the state to care for all and the rich to pay for it',
      unmistakable: [
        'tax the rich', 'pay their fair share', 'healthcare is a (human |)right',
        'health care is a (human |)right', 'housing is a human right',
      ],
      telling: [
        'living wage', 'universal (healthcare|health care|childcare|basic income)', 'working families', 'income inequality',
        'wealth (inequality|tax|gap)', 'social safety net', 'corporate welfare', 'big (pharma|oil)', 'paid family leave',
        'affordable (childcare|housing)', 'wall street greed', 'the one percent', 'the 1 percent', 'tax cuts for the (rich|wealthy)',
        'tax breaks for (billionaires|the wealthy|the rich)', 'expand medicare', 'progressive (policies|values|movement|agenda)',
        'medicare for all', 'green new deal', 'cancel student debt', '(ultra |super )(rich|wealthy)',
        'invest in (our communities|our schools|people|public education|public schools|communities)',
        'expand (access|healthcare|health care|social security)', 'food insecurity', 'social programs', 'the wealthiest',
        'hedge fund (managers|billionaires)', 'public option', 'single payer', 'universal',
        'corporations (and|are|should|must) (the rich|billionaires|people|pay|profit)', 'close the loopholes',
        'trickle down (economics|lie|myth)',
      ],
      hints: [
        'fair share', 'corporate (greed|interests|donors)', 'dark money', 'student debt', 'price gouging', 'billionaires', 'the rich',
        'the wealthy', 'corporations', 'health care', 'healthcare', 'the poor', 'poverty', 'working people', 'affordable',
        'public education', 'wall street', 'insulin', 'inequality',
      ],
    },
    {
      shows: 'names the right in hostile terms',
      against: 'conservative',
      unmistakable: [
        'right wing (extremists|nutjobs|lunatics|hate|bigots)', 'magats', 'rethuglican(s)', 'repugs', 'wingnut(s)', 'ammosexual(s)',
        'forced birth(ers|er)', 'white supremacist (system|society|policies)', 'repugnican(s)',
      ],
      telling: [
        'far right (agenda|extremists|lies)', 'right wingers', 'white suprema(cy|cist|cists)', 'racist dog whistle(s)', 'anti choice',
        'gun nut(s)', 'the gop wants', 'maga (cult|crowd|extremists)', 'culture warriors', 'hate monger(s)', 
      ],
      hints: [
        'alt right', 'bigot(s)', 'bigotry', 'misogyn(y|ist|ists|istic)', 'reactionar(y|ies)', 'fascists', 'racists',
        'homophob(e|es|ic|ia)', 'transphob(e|es|ic|ia)', 'xenophob(e|es|ic|ia)', 'islamophob(e|es|ic|ia)',
      ],
    },
    {
      shows: 'speaks as a progressive',
      unmistakable: [
        "(as|i am|i'm) a (progressive|liberal|feminist|leftist|democrat)", 'we (progressives|liberals|feminists)',
        'fellow (progressives|liberals)',
      ],
    },
  ],
};
