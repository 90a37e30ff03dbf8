import type { TypeLexicon } from './type-lexicon.js';

export const DISCUSSION: TypeLexicon = {
  type: 'discussion',
  strong: [
    'what do you (all |guys |)think', 'what are your thoughts', 'your thoughts', 'thoughts on', 'change my (mind|view)', 'cmv',
    'unpopular opinion', 'hot take', 'in my opinion', 'imo', 'imho', 'my (two cents|take|point is|opinion|view is)',
    "i (think|believe|feel|guess|suppose|disagree|agree|doubt|would argue|would say|wonder|don't think|don't believe|don't agree|mean|get that|understand that|respect)",
    "i'm not (sure|saying|convinced)", "you('re| are) (right|wrong|missing|assuming|saying|ignoring)",
    "you (said|say|claim|seem|keep|just|clearly|don't|can't|mean)", "that's (not|a fair|exactly|just|what|why|because|true|the)",
    'do you (think|really|agree|believe|have|mean|know|guys)', 'does anyone', 'anyone else', 'has anyone', 'am i the only',
    'why do (people|you|we)', "isn't that", 'but what (about|if)', 'fair (point|enough)', 'good point', 'to be (fair|honest)', 'tbh',
    'ngl', 'op', 'eli5', "devil's advocate", 'agree to disagree', 'your (argument|point|claim|logic|opinion|view|position|reasoning)',
    'my point', 'this (thread|sub|subreddit|comment|post)', 'upvote(d|s|)', 'downvote(d|s|)', 'reddit', 'source on that',
    'on the other hand', 'for the sake of argument', 'the way i see it', "i('d| would) rather", "wouldn't you",
    "don't you", "shouldn't we", "aren't you", 'how (is|can) that', "so you('re| are) saying", 'as someone who', 'speaking as',
    'personally', "i've (always|never|seen|been|had|read|noticed)",
  ],
  plain: [
    'opinion(s)', 'argument(s)', 'argue', 'argues', 'debate(s)', 'discuss(ion|ions|ing|ed|)', 'agree(d|s|)', 'disagree(d|s|)', 'view(s)',
    'perspective(s)', 'point(s)', 'question(s)', 'think', 'believe', 'perhaps',
    'probably', 'honestly', 'seriously', 'reason(s)', 'wrong',
    'reply', 'replies', 'post(s)', 'thread', 'guys', 'dude', 'bro', 'man', "op's",
    'fair', 'consider', 'claim(s)', 'evidence for', 'moral(ity|ly|)', 'ethical', 'justify', 'justified', 'assume', 'assumption',
    'logic(al|)', 'fallacy',
  ],
};
