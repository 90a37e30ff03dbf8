/**
 * By how much an intensifier raises the rating of the word it stands before, in rating points (-4 to 4). Measured with
 * readers by Hutto & Gilbert (2014), section 3.3; half that is used for the weaker ones here.
 */
export const BOOST = 0.293;

/** Words that make the feeling word after them stronger. */
export const INTENSIFIERS =
  'very really so extremely absolutely totally completely utterly incredibly insanely remarkably exceptionally especially particularly truly deeply highly hugely enormously immensely intensely thoroughly entirely fully purely perfectly genuinely seriously unbelievably amazingly awfully terribly horribly ridiculously outrageously tremendously exceedingly extraordinarily super mega ultra uber hella damn damned fucking freaking frickin fricking effing bloody such too most more majorly quite wildly painfully stunningly astonishingly strikingly downright simply decidedly considerably substantially strongly wholly profoundly much far way always ever crazy mad real';

/** Words that make the feeling word after them weaker. */
export const DAMPENERS =
  'slightly somewhat kinda sorta partly partially mildly fairly moderately relatively marginally almost nearly less little bit occasionally sometimes pretty rather mostly reasonably vaguely faintly semi';

/** Intensifiers that are feeling words of their own when no feeling word follows: "awfully good", but "it went awfully". */
export const FEELING_INTENSIFIERS =
  'incredibly insanely awfully terribly horribly ridiculously outrageously unbelievably amazingly super damn damned fucking freaking bloody crazy mad perfectly pretty painfully stunningly seriously genuinely truly fairly especially purely exceptionally strongly';

/** Words that turn the feeling after them. */
export const NEGATORS =
  "not no never none nobody nothing neither nor nowhere without cannot hardly barely scarcely rarely seldom isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't mustn't needn't haven't hasn't hadn't ain't isnt arent wasnt werent dont doesnt didnt wont wouldnt cant couldnt shouldnt havent hasnt hadnt aint least fails failed failing lacks lacked lacking lack";

/** Words that carry no content and do not use up the reach of a negation: "not at all a very good film". */
export const PASSABLE_WORDS =
  'a an the this that these those is are was were be been being to of it its in on at for with all any ever even as i you he she they we my your his her their our them me him us have has had do does did will would can could should may might going go get gets got getting feel feels felt look looks looked seem seems seemed sound sounds sounded taste tastes find found make makes made call say particularly exactly necessarily entirely anything something one single sort terms about';

/** Verbs of opinion: a negation before them reaches the whole of what is thought: "I don't think this was a good idea". */
export const OPINION_VERBS = 'think believe feel find consider suppose expect imagine recommend guess call';

/** Words that set what follows against what stood before, which then counts for less. */
export const CONTRASTS = 'but however nevertheless nonetheless';

/** Words that open what is granted or only supposed and so counts for less, up to the next comma. */
export const CONCESSIONS = 'although though despite albeit if unless';

/** Words in whose presence "like" is the verb of liking. */
export const BEFORE_LIKING =
  "i we you they who people really also don't doesn't didn't dont didnt do does did always still actually kinda particularly especially both not never quite just i'd you'll they'll i'll everyone to will might";
