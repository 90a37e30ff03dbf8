import type { Emotion } from '../emotion.js';

/**
 * Groups of words whose feeling is not that of their words, with a rating from -4 to 4. A rating of 0 takes the
 * feeling out of the words. Where two begin alike the longer one stands first.
 */
export const PHRASES: readonly (readonly [valence: number, phrases: readonly string[]])[] = [
  [3, [
    'five stars', '5 stars', '10 stars', '10 out of 10', '10 10', 'in awe', "can't praise", "doesn't get any better", 'does not get any better',
    "don't get any better", "don't get better", "doesn't get better", "couldn't be any", 'could not have asked for', "can't go wrong",
    "can't beat", "couldn't agree more", "can't recommend it enough", "can't recommend this enough",
    'is the bomb', 'was the bomb', "it's the bomb", 'blown away', 'blew me away', 'blew my mind', "couldn't be happier",
    'could not be happier', "couldn't be better", 'could not be better', "couldn't be more pleased",
    "couldn't ask for more", "couldn't have asked for", 'never been better', 'never been happier', 'second to none',
    'one of a kind', 'to die for', 'over the moon', 'on cloud nine', 'top notch', 'hats off', 'well done',
    'worth every penny', 'a must see', 'a must have', 'a must read', 'love it', "chef's kiss",
  ]],
  [2, [
    "can't wait", 'cannot wait', 'cant wait', "can't get enough", "couldn't put it down", 'could not put it down',
    'cut the mustard', 'hit the spot', 'hits the spot', 'hit it out of the park', 'out of this world', 'thumbs up',
    'state of the art', 'first rate', 'world class', 'high quality', 'works well', 'work well', 'worked well',
    'works great', 'works like a charm', 'like a charm', 'does the job', 'as advertised', 'looking forward',
    'look forward', 'no problem', 'no problems', 'no complaints', 'no regrets', 'no worries', 'worth it',
    'worth the wait', 'well worth', 'highly recommend', 'feel good', 'feels good', 'on point', 'well made', 'well acted', 'well written', 'well crafted', 'well designed', 'well built', 'well behaved', 'thought provoking', 'eye catching', "can't say enough", 'cannot say enough', 'make sense', 'makes sense', 'so lucky',
    'keeps you hooked', 'holds up', 'thank you', 'thank god', 'nothing wrong', 'not bad at all',
    'never lets me down', 'makes my day', 'made my day', 'happy birthday', 'good job', 'nice job', 'great job',
    'very well', 'so well', 'really well',
  ]],
  [1, [
    'good morning', 'good evening', 'good afternoon', 'good night', 'good luck',
    'not bad', 'not too bad', 'not so bad', 'not half bad', "isn't bad", "wasn't bad", "isn't half bad",
    'no big deal', 'good enough', 'not a problem', 'pleasantly surprised', 'can live with', "can't complain",
    'cannot complain', 'cant complain', 'better than expected', 'better than i expected', 'holds your attention',
  ]],
  [-1, [
    'not so good', 'not so great', 'not that good', 'not that great', 'not all that', 'so called', 'yeah right',
    'long winded', 'hard to use', 'heavy handed', 'falls short', 'fell short', 'exercise in', 'should have', 'the problem is', 'fall short', 'falls flat',
    'fell flat', 'fall flat', 'could be better', 'could have been better', 'could use improvement',
    'should have been better', 'should be better', 'would have been better', 'would have been nice', 'would be nice',
    'would be better', 'could do better', 'deserve better', 'deserves better', 'deserved better',     'if only', 'leaves a lot to be desired',
    'leaves much to be desired', 'too much', 'too many', 'too long', 'too short', 'too small', 'too big', 'too late',
    'too slow', 'too loud', 'too expensive', 'too often', 'too little', 'run of the mill', 'not working',
    "doesn't work", "didn't work", "don't work", 'does not work', 'did not work', "won't work", 'doesnt work',
    'didnt work', 'stopped working', 'stops working', 'quit working', 'never works', 'never worked', 'so much for',
    'no better', 'nothing special', 'nothing new', 'no fun', 'no good', 'no use', 'no help', 'no point', 'give up',
    'gave up', 'giving up', 'no sense', 'make no sense', 'makes no sense', 'made no sense', "doesn't make sense",
    'does not make sense', 'looks like crap',
  ]],
  [-2, [
    "don't buy", 'do not buy', 'dont buy', 'never buy', 'send it back', 'sent it back', 'save your money', 'save your cash',
    'save yourself', 'thanks for nothing', 'thank you for nothing', 'recommend against', 'do not waste', "don't waste", 'dont waste',
    'piece of junk', 'piece of crap', 'piece of garbage', '1 star', 'zero stars', 'not recommended', "don't recommend",
    'do not recommend', "wouldn't recommend", 'would not recommend', 'cannot recommend', "can't recommend", 'stay far away',
    'waste of time', 'waste of money', 'wasted my time', 'wasted my money', 'fed up', 'sick of', 'sick and tired',
    'tired of', "can't stand", 'cannot stand', 'cant stand', 'let down', 'lets me down', 'let me down', 'rip off',
    'ripped off', 'screwed up', 'messed up', 'screw up', 'gone downhill', 'going downhill', 'went downhill',
    'pain in the ass', 'pain in the neck', 'how dare', 'what a joke', 'a joke', 'beyond repair', 'fell apart',
    'falls apart', 'falling apart', 'broke down', 'gets on my nerves', 'on my nerves', 'drives me crazy',
    'drives me mad', 'drives me nuts', 'driving me crazy', 'no thanks', 'no stars', 'one star',
    'shut up', 'pissed off', 'pissed me off', 'go to hell', 'not worth', "isn't worth", "wasn't worth",
    'never again', 'stay away', 'steer clear', 'stab in the back', 'good riddance', 'down the drain', 'a nightmare',
    'too bad', 'not impressed', 'run for the hills', 'bored to death', 'bored to tears',
  ]],
  [0, [
    'without a doubt', 'without doubt', 'never fails to', 'better luck', 'kind of', 'kinds of', 'sort of', 'as well', 'as well as', 'of course', 'no doubt', 'no wonder', 'united states',
    'united nations', 'united kingdom', 'united airlines', 'great britain', 
    'i mean', 'health care', 'care of', 'free trade', 'free market', 'free speech',
    'best friend', 'mutual fund', 'trust fund', 'supreme court', 'justice department', 'department of justice',
    'would like', 'would you like', "i'd like to", "we'd like to", 'and the like', 'at best', 'at least', 'at worst',
    'last but not least', 'the greater good', 'a good deal of', 'a great deal of', 'a great deal', 'good deal of',
    'a great many', 'so far so good', 'for better or worse', 'better off', 'you better', "you'd better",
    'had better', 'as good as', 'common good', 'critical mass', 'happy hour', 'world war', 'civil war', 'cold war',
    'war on', 'death penalty', 'white house', 'love story', 'love letter', 'love life', 'super bowl', 'fine print',
    'in the end', 'dead sea', 'most likely', 'more likely', 'less likely', 'natural gas', 'super hero', 'fun fact',
    'well known', 'well being', 'oh well', 'black friday', 'to be fair', 'to be honest', 'fair share',
    'greater than', 'less than', 'more than', 'pretty much', 'interest rate', 'interest rates', 'problem solved',
  ]],
];

/** Groups of words in which "no", "not", "nothing" or "all" turns nothing, or in which a contrast is none. */
export const PLAIN_PHRASES: readonly string[] = ['not only', 'not just', 'not to mention', 'no matter', 'nothing but', 'all but', 'not sure', 'whether or not', 'why not', 'not until', 'no one else', 'no sooner', 'nothing like', 'never so', 'never been so', 'never felt so', 'never been this', 'never felt this'];

/** Groups of words that turn the feeling after them as "not" does. */
export const NEGATING_PHRASES: readonly string[] = ['anything but', 'far from', 'no longer', 'by no means', 'in no way', 'not at all', 'instead of', 'rather than', 'nowhere near', 'used to be', 'too good to be'];

/** Groups of words that wish a thing were otherwise: a complaint, and what follows is what is missed. */
export const WISHES: readonly string[] = ['wish it', 'wish they', 'wish there', 'wish i had', 'wish this', 'wish we', 'wish he', 'wish she'];

/** The rating of each of {@link WISHES}. */
export const WISH_VALENCE = -1;

/** The emotions that some of the phrases show. */
export const PHRASE_EMOTIONS: readonly (readonly [emotion: Emotion, phrases: readonly string[]])[] = [
  ['joy', ['over the moon', 'on cloud nine', 'made my day', 'makes my day', 'happy birthday', 'love it', "couldn't be happier", 'never been happier', 'could not be happier']],
  ['anticipation', ["can't wait", 'cannot wait', 'cant wait', 'looking forward', 'look forward']],
  ['surprise', ['blown away', 'blew me away', 'blew my mind', 'pleasantly surprised', 'out of this world']],
  ['trust', ['thank you', 'highly recommend']],
  ['anger', ['fed up', 'sick and tired', 'how dare', 'pissed off', 'pissed me off', 'shut up', 'go to hell', "can't stand", 'cannot stand', 'cant stand', 'drives me mad', 'drives me crazy', 'driving me crazy', 'on my nerves']],
  ['sadness', ['let down', 'let me down', 'wish i had', 'if only']],
];
