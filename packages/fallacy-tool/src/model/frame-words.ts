/**
 * Words that arguments are framed with, whatever they are about: small words,
 * words of quantity, time, likelihood and judgement, and some that fallacies lean
 * on. Pairs of them near each other ("if … will", "always … so") carry over from
 * one subject to another.
 */
export const FRAME_WORDS: ReadonlySet<string> = new Set(
  [
    'a an the this that these those i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs',
    'themselves himself herself itself who whom whose which what where when why how am is are was were be been being do does did done doing have has had',
    "having will would shall should can could may might must ought need i'm you're he's she's it's we're they're i've you've we've they've i'll you'll",
    "he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't",
    "wouldn't shan't shouldn't can't couldn't mustn't cannot that's there's here's what's who's let's let dont cant im thats and or but nor so yet for if",
    'then else than as because since while until unless although though whereas whether either neither both not no none nothing nobody never nowhere ever',
    'always often sometimes usually rarely seldom of in on at by with from to into onto out over under about above below between among through during',
    'before after against without within along across behind beyond up down off near per via like unlike all any each every everyone everybody everything',
    'anyone anybody anything someone somebody something some many much more most few fewer less least several enough other others another such same own one',
    'two three first second last next only just even also too very really quite rather almost already still again once twice now today tomorrow yesterday',
    'soon later ago here there therefore thus hence consequently however moreover otherwise instead anyway maybe perhaps probably surely certainly',
    'obviously clearly definitely course good better best bad worse worst right wrong true false great big small new old long short high low natural',
    'unnatural normal traditional tradition nature naturally fact facts truth proof prove proves proved proven evidence argument claim believe believes',
    'believed believing think thinks thought know knows knew known say says said saying tell tells told ask asked asks mean means meant agree agrees people',
    "person man men woman women child children kids everyone's world country life time times year years day days way ways thing things place case cases",
    'reason reasons question answer problem problems issue issues point make makes made making go goes going went gone get gets got getting give gives gave',
    'given take takes took taken want wants wanted come comes came see sees saw seen look looks use used uses work works worked happen happens happened',
    'cause causes caused lead leads led start starts started stop stops stopped end ends ended become becomes became keep keeps kept show shows shown',
    'support supports supported allow allows allowed expert experts doctor doctors scientist scientists study studies research professor famous celebrity',
    'majority popular million millions billion billions percent thousand thousands hundred hundreds generations generation century centuries ancestors',
    "forever history historical worry worried worrying care cares should've bigger real important starving poverty war hunger dying die dies death kill",
    'killed fear afraid option options choice choices choose alternative alternatives friend friends neighbor neighbour uncle cousin brother sister aunt',
    'mother father grandmother grandfather met tried experience hitler nazi liar idiot stupid hypocrite cheater fool yes oh well hey ok okay please sorry',
  ]
    .join(' ')
    .split(' '),
);
