import type { WordClasses } from '../engine/cue-pattern.js';

const list = (words: string): string[] => words.split(' ');

/** Sets of words that cue patterns share, by the name they use after `@`. */
export const WORD_CLASSES: WordClasses = {
  so: list('so therefore thus hence consequently ergo'),
  everyone: list("everyone everybody everyone's everybody's millions billions"),
  nobody: list("nobody none nobody's"),
  you: list("you you're youre your ur u"),
  they: list("he she they he's she's they're theyre it it's"),
  clause: list("we you i they he she it the our your this these those everyone everybody people there we'll we're you'll you're they'll they're it'll else our"),
  be: list("is are was were be been isn't aren't wasn't"),
  possessive: list('his her their your my our its'),
  must: list("must should can't cannot has have ought needs need"),
  good: list(
    'good best better great greatest true right correct safe healthy healthier fine superior effective excellent harmless real valid worth quality amazing awesome legit smart wise',
  ),
  bad: list('bad wrong evil immoral harmful dangerous unhealthy worse worst terrible poison poisonous toxic unsafe sick unethical'),
  wrong: list(
    "wrong false nonsense invalid untrue worthless bad garbage lie lies lying rubbish mistaken bogus ridiculous terrible useless flawed meaningless dishonest ignored dismissed rejected ignore dismiss reject trusted believed true right correct valid",
  ),
  insult: list(
    'idiot idiots idiotic moron morons moronic stupid dumb fool fools foolish liar liars crook crooks coward cowards clown clowns loser losers ignorant uneducated crazy insane lunatic lunatics hypocrite hypocrites delusional pathetic incompetent jerk imbecile imbeciles dumbass dumb retard retarded brainwashed shill troll psycho scum bigot bigots racist racists sexist nutjob nutcase dimwit dense braindead clueless moronic asshole assholes scumbag dork twit',
  ),
  villain: list(
    "criminal crook liar thief cheater cheat adulterer drunk felon convict alcoholic addict womanizer bigot racist sexist hypocrite dropout failure bankrupt divorced atheist communist crooked corrupt junkie bully gambler murderer fraud scammer",
  ),
  people: list(
    'women men politicians teenagers teens immigrants migrants refugees foreigners muslims christians jews catholics atheists americans democrats republicans liberals conservatives leftists lawyers doctors millennials boomers kids children students teachers cops bankers celebrities journalists europeans asians germans russians mexicans drivers gamers feminists vegans hippies girls boys guys males females cats rednecks nerds jocks athletes billionaires ceos landlords bosses salesmen politician teenager blondes southerners northerners parents scientists reporters priests italians french spaniards chinese indians irish scots texans canadians brits japanese koreans poles parisians africans arabs latinos hispanics londoners greeks turks swedes dutch socialists libertarians capitalists conservative liberal celebrity bureaucrats employees customers tourists',
  ),
  authority: list(
    'expert experts doctor doctors scientist scientists professor professors einstein celebrity actor actress singer athlete president pope pastor priest teacher lawyer dentist dentists oprah hawking aristotle newton ceo billionaire genius newspaper magazine tv internet google wikipedia philosopher philosophers economist economists bible',
  ),
  relative: list(
    'friend neighbor neighbour uncle aunt brother sister cousin dad father mom mother mum grandmother grandma grandfather grandpa wife husband roommate coworker colleague boss boyfriend girlfriend ex son daughter nephew niece buddy classmate friends neighbors neighbours cousins uncles aunts brothers sisters roommates coworkers colleagues',
  ),
  says: list('says said say told tells thinks believes believed recommends recommended agrees agree claims endorsed endorses uses wears drinks'),
  told: list('says said told tells thinks believes claims recommended'),
  doom: list(
    'die dead death destroy destroyed ruin ruined ruins collapse collapses doom doomed disaster chaos anarchy war tyranny extinct extinction enslaved bankrupt bankruptcy killed kill destroyed catastrophe slavery dictatorship communism crumble suffer homeless prison jail apocalypse end ends over disappear lose addicted addicts criminals',
  ),
  next: list('next soon then eventually tomorrow ultimately'),
  never: list('never always'),
  tyrant: list('hitler nazi nazis stalin mao communist communists terrorist terrorists fascist fascists kkk satan lenin osama taliban isis mussolini'),
  stop: list('stop quit solve eliminate prevent fix end work save catch help protect cure guarantee stops prevents solves fixes protects eliminates'),
  all: list('all every everything everyone everybody completely 100 entirely perfectly totally anything any perfect'),
  caused: list('caused causes cause causing made makes because due responsible reason brought led leads triggered gave cured works worked ruined'),
  pointless: list("pointless useless worthless why bother shouldn't forget waste point abolish scrap"),
  prove: list('prove proves proved proven disprove disproved disproven show shows shown demonstrate demonstrated refute refuted'),
};
