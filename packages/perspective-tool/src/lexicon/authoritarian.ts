import type { StandpointLexicon } from './standpoint-lexicon.js';

export const AUTHORITARIAN: StandpointLexicon = {
  standpoint: 'authoritarian',
  frames: [
    {
      shows: 'wants one strong hand in place of debate',
      unmistakable: [
        'iron (fist|hand)', 'we need a strongman', 'democracy (is|has) (weak|failed)', 'absolute (obedience|authority|loyalty)',
        'unquestioning (obedience|loyalty)', 'total obedience', 'one (nation|people) one leader', 'our supreme leader', 'glorious leader',
        'suspend the constitution', 'martial law now', 'obey without question', 'the leader is always right',
      ],
      telling: [
        'unquestioned authority', 'absolute power', 'loyalty to the (state|leader|party|nation)', 'loyal to the leader',
        'one strong leader', 'too much (freedom|democracy|debate)', 'endless (debate|debates|bickering)', 'parliament is useless',
        'the will of the leader', 'national discipline', 'iron discipline', 'discipline and order', 'order and discipline',
        'order must be (restored|kept)', 'unity above all', 'duty to the state', 'above the law for the good', 'supreme leader',
        'rule by decree', 'enabling act', 'someone to give orders', 'give (the |)orders', 'strong state',
        'must obey', 'must be obeyed', 'the leader', 'no more elections', 'elections are (useless|a waste|a luxury)', 'too many parties',
        'one party', 'absolute ruler', 'strict obedience', 'rule with', 'firm rule',
        'parliament (is|should be) (weak|dissolved|closed|abolished)', '(strong man|strongman) (rule|leader)',
      ],
      hints: [
        'strong leader(ship)', 'firm hand', 'strong hand', 'obedience', 'obey', 'decisive leader', 'emergency powers', 'martial law',
        'state of emergency', 'restore order', 'national unity', 'our great leader', 'the great leader', 'discipline', 'authority', 'duty',
        'loyalty', 'strict', 'weakness', 'weak', 'chaos', 'unity', 'orders', 'order', 'command', 'hierarchy',
      ],
    },
    {
      shows: 'would silence or punish those who dissent',
      unmistakable: [
        'enem(y|ies) of the state', 'crush (the |all |)(dissent|dissidents|opposition|protests)', 'lock them all up', 'traitors must be',
        'ban the opposition', 'outlaw the opposition', 'shut down the (press|newspapers|opposition)',
        'dissent (must|should) (not |)be (tolerated|crushed|punished|silenced)', 'dissent is treason', 'no tolerance for dissent',
        'shoot the protesters', 'shoot looters', 'zero tolerance for dissent',
      ],
      telling: [
        'rioters should', 'enemy within', 'severe punishment', 'swift punishment', 'must be silenced', 'must be crushed',
        'restrict the press', 'control the press', 'control the media', 'monitor every citizen', 'chemical castration',
        'send in the (army|troops|military)', 'compulsory (service|military service)', 'mandatory service', 'the state knows best',
        'the state must (control|decide|direct)', 'reeducation camps', 're education camps', 'public executions', 'troublemakers',
        '(lock|round) up (the|all|anyone|everyone|these)', 'should be locked up',
        '(newspapers|media|press|channels) (should|must) be (closed|banned|silenced|shut down)', 'should be (closed|banned|silenced|shut down)',
        'ban (the |)(protests|strikes|newspapers|parties)', 'protests (should|must) be (banned|stopped|crushed)', 'agitators',
        'undesirables', 'make an example of', 'no trial', 'without trial', 'military (rule|tribunals|courts)', 'curfew now',
      ],
      hints: [
        'dissent(ers)', 'dissidents', 'traitors', 'treasonous', 'subversive(s)', 'subversion', 'foreign agents',
        'harsh(er|est|) (punishment|punishments|sentences|penalties)', 'zero tolerance', 'must be punished', 'censor', 'surveil',
        'for their own good', 'death penalty for', 'lock them up', 'fall in line', '(crack down|crackdown)', 'locked up',
        'protesters', 'the opposition', 'punish(ed|ment|)', 'curfew', 'disorder', 'the army', 'executed', 'prison', 'banned', 'obedient',
      ],
    },
    {
      shows: 'takes rights and process for weakness',
      against: 'libertarian',
      telling: [
        'so called (rights|freedoms|human rights|civil liberties)', 'human rights lawyers',
        'hiding behind (rights|human rights|the constitution)', 'rights of criminals', 'weak (leaders|government|democracies)',
        'anarchy in the streets', 'coddl(e|ing) criminals', 'liberal chaos',
      ],
      hints: [
        'lawless(ness)', 'decaden(t|ce)', 'too soft',
      ],
    },
    {
      shows: 'speaks for rule by authority',
      unmistakable: [
        "(as|i am|i'm) an authoritarian", 'benevolent dictator(ship)', 'dictatorship (is|would be) (better|good)',
        'we need a dictator(ship)',
      ],
    },
  ],
};
