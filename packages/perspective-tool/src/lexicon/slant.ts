/**
 * Wording that slants a text whatever its standpoint. Each kind has a weight in
 * `bias.ts`. Words that sports, games and kitchens use as often (destroy, crush,
 * insane, sick, battle) are left out on purpose. Patterns of `createPhraseIndex`.
 */
export const SLANT = {
  /** Names that take the place of an argument. */
  'name-calling': [
    'idiot(s|ic|)', 'moron(s|ic)', 'imbecile(s)', 'stupid people', 'fool(s)', 'clown(s)', 'clown show', 'liar(s)', 'crook(s)', 'thug(s)',
    'scum', 'vermin', 'parasite(s)', 'sheeple', 'brainwashed (masses|sheep|idiots|fools|zombies)',
    'puppet(s) of', 'lackey(s)', 'stooge(s)', 'shill(s)', 'grifter(s)', 'charlatan(s)', 'hypocrite(s)', 'coward(s)', 'traitor(s)',
    'extremist(s)', 'fanatic(s)', 'zealot(s)', 'lunatic(s)', 'nutjob(s)', 'nutcase(s)', 'crackpot(s)', 'wacko(s)',
    'nazi(s)', 'fascist(s)', 'commie(s)', 'dictator wannabe(s)', 'wannabe dictator(s)', 'tyrant(s)', 'warmonger(s)', 'criminals in suits',
    'snowflake(s)', 'cuck(s)', 'degenerate(s)', 'savage(s) who', 'mob rule', 'baby killer(s)', 'bootlicker(s)',
    'elitist(s)', 'so called (expert|experts|journalist|journalists|scientists|leaders|president|elite|elites)', 'bigot(s)', 'racist(s)',
    'pathetic (loser|losers|excuse)', 'loser(s) who', 'crybab(y|ies)', 'hack(s) who', 'cronies', 'henchmen', 'swindler(s)',
    'con (man|men|artist|artists)',
  ],
  /** Words that judge while they seem to describe. */
  loaded: [
    'outrageous(ly|)', 'disgrace(ful|fully|)', 'shameful(ly|)', 'shameless(ly|)', 'disgusting(ly|)', 'appalling', 'despicable', 'vile',
    'evil', 'wicked', 'sinister', 'corrupt', 'corruption of', 'crooked', 'rotten', 'immoral', 'depraved', 'perverted', 'barbaric',
    'inhuman(e)', 'heartless', 'ruthless(ly|)', 'brutal regime',
    'regime', 'cabal', 'propaganda', 'brainwash(ed|ing|)', 'indoctrinat(e|ed|ion|ing)', 'radical', 'extremist agenda',
    'dangerous (ideology|agenda|lie|lies|radical|extremist|nonsense)', 'reckless(ly|)', 'insidious', 'treacherous', 'treason(ous)',
    'betray(ed|al|s|ing|)', 'sell(| )out(s)', 'scheme to', 'plot to', 'conspir(ed|ing) to', 'hoax', 'scam', 'sham', 'farce', 'fraud',
    'witch hunt', 'cover up',
    'so called', 'self proclaimed', 'self styled', 'failed (state|experiment|policies|policy|president|system|ideology)',
    'disastrous(ly|)', 'catastrophic (policy|policies|failure|leadership|mismanagement)',
    'ruin(ed|ing|ous|s) (our|the) (country|nation|economy|planet|lives|children|communities)',
    'destroy(ed|ing|s|) (our|the) (country|nation|economy|planet|lives|children|communities|families|freedom|culture|democracy|way of life|west|environment|jobs)',
    'poison(ed|ing|s|) (our|the) (minds|children|planet|water|air|culture|discourse)',
    'attack(s|ed|ing|) (on|our) (freedom|democracy|families|values|workers|faith|liberty|liberties|rights)', 'assault on', 'war on',
    'threat to (our|the) (nation|country|democracy|freedom|way of life|planet|civilization)', 'invasion', 'horde(s)', 'swarm(s)',
    'flood of', 'infest(ed|ation)', 'plague of', 'cancer on', 'stranglehold', 'tyranny', 'tyrannical', 'oppressi(ve|on)',
    'enslave(d|ment)', 'slavery of',
    'greed(y|)', 'greedily', 'obscene(ly|) (rich|wealth|profits|wealthy|bonuses)', 'filthy rich', 'bloated', 'wasteful', 'parasitic',
    'predatory', 'plunder(ed|ing|)', 'loot(ed|ing) (our|the)', 'steal(ing|s|) (our|from|your)', 'stole(n|) (our|from|your)',
    'rob(bed|bing|s|) (us|our|the|you|workers|people|ordinary)', 'rip(s|ping|ped|) off',
    'exploit(s|ing|ed|) (workers|our|the|us|people|women|children|nature|animals)',
    'nonsense', 'ridiculous', 'absurd', 'laughable', 'ludicrous', 'insanity', 'madness', 'lunacy', 'hysteria', 'hysterical',
    'alarmis(t|m|ts)', 'fear monger(ing|ers|)', 'fearmonger(ing|ers|)', 'smear(s|ed|ing|)', 'slander(ed|ing|ous)', 'lies', 'lying',
    'blatant(ly|)', 'brazen(ly|)', 'hypocri(sy|tical)', 'double standard(s)', 'bigot(ed|ry)', 'hateful', 'hatred', 'racist', 'sexist',
    'fascist', 'fascism',
    'godless', 'sacred duty', 'glorious', 'heroic', 'noble cause', 'true patriots', 'god given', 'the only way to save', 'savior of',
    'saviour of', 'bloodthirsty', 'butcher(s) of', 'murderous', 'bloodsuck(ing|ers)', 'gut(s|ted|ting) (our|the)',
    'dismantl(e|ing) (our|the) (country|democracy|rights|freedoms|institutions)', 'shove(d|) down (our|your) throats',
    'ram(med|ming|) down (our|your) throats', 'rammed through', 'rigged', 'silenc(e|ed|ing) (us|the people|dissent|critics|our)',
    'censor(ed|ing) (us|our|the truth)', 'weaponi(z|s)(e|ed|ing)', 'puppet(s)', 'unleash(ed|ing) (chaos|hell|terror)', 'out of control',
    'spineless', 'clueless', 'incompetent', 'incompetence',
    'unamerican', 'un american', 'anti american', 'unpatriotic', 'subhuman', 'filth', 'cesspool', 'cowardly', 'cynical', 'arrogant',
    'arrogance', 'smug', 'tone deaf', 'cruel', 'cruelty', 'vicious(ly|)', 'sickening(ly)', 'repulsive', 'abhorrent', 'atrocious',
    'atrocity', 'atrocities', 'carnage', 'bloodbath', 'nightmare of', 'living hell', 'socialist nightmare',
    'collapse of (our|western|civilization)', 'end of (our|western) (civilization|way of life|democracy)',
  ],
  /** We here, they there. */
  'us-versus-them': [
    'us (against|versus|vs|or) them', 'with us or against us', 'these people (are|want|have|don\'t|will|hate|should)', 'those people',
    'their kind', 'people like them', 'their agenda', 'their lies', 'their propaganda', 'our enem(y|ies)', 'the enemy',
    'enem(y|ies) within', 'enem(y|ies) of (the people|freedom|the state|the nation|our)',
    'they (hate|despise|loathe|mock|look down on) (us|you|our|america|britain|this country|freedom|everything|workers|ordinary)',
    'they want to (destroy|take|control|silence|ban|replace|enslave|force|steal|kill|impose|indoctrinate|keep us|rule|abolish|erase)',
    'they (are|\'re) (coming for|taking over|trying to|destroying|stealing|laughing at|lying to|poisoning|killing|ruining|selling)',
    "they're (coming for|taking over|trying to|destroying|stealing|laughing at|lying to|poisoning|killing|ruining|selling)",
    'they (lie|lied) to (us|you)', 'they don\'t want you', 'they won\'t (stop|tell|rest)', 'they think (we|you) are', 'they never cared',
    'they will never stop', 'they don\'t care about', 'take our (country|jobs|guns|freedom|freedoms|rights|land|money)', 'taken over our',
    'our side', 'on our side', 'their side', 'the other side wants',
    'our (people|way of life|country|nation|culture|civilization|freedom|freedoms) (is|are) (under|being|at)', 'outsiders', 'invaders',
    'real americans', 'true believers', 'take (back |)our country back', 'take back our (country|nation)', 'stand with us', 'fight back',
    'rise up', 'the people (against|versus|vs)', 'we must (fight|resist|defeat|crush|stop them|rise)', 'no better than',
  ],
  /** Claims without exception. */
  absolutes: [
    'always', 'never', 'everyone', 'everybody', 'nobody', 'no one', 'nothing but', 'all of (them|you|these|those)', 'every single',
    'every last', 'without exception', 'entirely', 'completely', 'totally', 'utterly', 'absolutely', 'undeniabl(y|e)',
    'unquestionabl(y|e)', 'indisputabl(y|e)', 'obviously', 'clearly', 'of course', 'no doubt', 'without (a |)doubt', 'certainly',
    'the only (way|answer|solution|choice)', 'forever', 'once and for all', 'each and every', 'zero', 'impossible', '100 percent',
    'there is no alternative', 'no excuse', 'any (sane|thinking|decent|intelligent) person', 'everyone knows', 'we all know',
    'it is a fact', 'the fact is', 'the truth is',
  ],
  /** Volume in place of content. */
  intensifiers: [
    'extremely', 'incredibly', 'unbelievabl(y|e)', 'insanely', 'terribly', 'horribly', 'horrifying(ly|)', 'horrific', 'shocking(ly|)',
    'deeply', 'massively', 'hugely', 'enormously', 'tremendous(ly|)', 'staggering(ly|)', 'devastating(ly|)', 'grossly', 'wildly',
    'ridiculously', 'exceptionally', 'outright', 'sheer', 'downright', 'truly', 'literally', 'damn', 'goddamn', 'bloody', 'fucking',
    'freaking', 'at all costs', 'whatsoever', 'mind blowing', 'biggest ever', 'greatest ever', 'worst ever', 'in history',
  ],
  /** Openings of questions that want no answer; they count in a question only. */
  'rhetorical question': [
    'how can (any|anyone|anybody|they|we|you|people|it be|this be)', 'how dare', 'how many more', 'how (much|) longer',
    'how long (must|will|are|do) we',
    'who (would|could|in their right mind|actually believes|really believes|are they|do they think|benefits|gave them|cares)',
    'what kind of (person|people|country|society|world|monster|idiot|man)', 'when will (we|they|people|you|this|it|the)',
    'why (should|must) (we|i|anyone|they|workers|taxpayers|ordinary)', 'why do (we|they) (always|never|keep|let|allow|tolerate|still)',
    'are we (supposed|really|going to|just|expected)', 'do (you|they|we) really', 'do they think',
    "(isn't|aren't|wasn't|weren't) (it|that|this|they|we) (obvious|time|enough|clear|all|supposed|strange|funny|convenient)",
    "don't (you|they|we) (think|see|care|know|deserve|have)", 'since when', 'is (this|that|it) (really|what|the)', 'is it any wonder',
    'what (else|more) (do|could|can)', 'what about', 'have (we|they|you) (forgotten|no|lost)', "haven't (we|they|you)",
    'where (is|was) the outrage', 'so much for', 'what happened to', 'really', 'seriously',
  ],
} as const;

/** The kinds of slanted wording. */
export type SlantKind = keyof typeof SLANT;
