import type { StandpointLexicon } from './standpoint-lexicon.js';

export const SECULAR: StandpointLexicon = {
  standpoint: 'secular',
  frames: [
    {
      shows: 'wants religion kept apart from state, law and schooling',
      unmistakable: [
        '(separation|separate) (of |)(church and state|religion and state|religion and politics|church from state|church and government)',
        'wall of separation', 'church and state (must|should|separate|apart)',
        'keep (religion|church|god|your religion|your god|the bible|prayer|creationism) out of (schools|government|politics|our schools|law|my|the classroom|classrooms|public schools|the law|our laws)',
        'freedom from religion', 'religion has no place', 'no place for religion', 'tax the churches', 'la(i|ï)cit(e|é)',
        'imposing (their|your) (religion|religious beliefs|faith|beliefs) on', 'force(d|) (their|your) (religion|religious beliefs) on',
      ],
      telling: [
        'religious (dogma|doctrine|indoctrination|interference|exemption|exemptions|extremism|zealots|right|beliefs should)',
        'freedom of conscience', 'school prayer', 'neutral state', 'faith schools',
        'secular (state|government|society|education|law|laws|humanism|humanist|democracy|constitution|republic)',
        'theocra(cy|tic|ts|cies)', 'religion out of', 'blasphemy laws', 'religious privilege', 'establishment clause', 'state religion',
        'holy book', 'your (religion|faith|beliefs|god) (is|are|does|do|has|have|should) not', 'religion (should|must|does not|has no)',
        '(statute book|laws|law) (need|needs|should|must) (arguments|reasons|not)', 'people of any (belief|faith)',
        'believers and (atheists|unbelievers|nonbelievers)', "religious (beliefs|arguments|groups) (must|do not|don't)",
      ],
      hints: [
        'secular(ism|ists|ist|)', 'church and state', 'private matter', 'pluralis(m|tic)', 'creationism', 'intelligent design',
        'public schools', 'humanis(m|t|ts)', 'apostasy', 'organi(z|s)ed religion', 'belief(s)', 'religious', 'faith', 'prayer',
        'the bible', 'clergy', 'bible', 'churches', 'church', 'state', 'god', 'doctrine', 'scripture',
      ],
    },
    {
      shows: 'relies on reason and evidence where others rely on faith',
      unmistakable: [
        '(no|zero|without) evidence for (god|gods|any god|a god|the supernatural)', 'there is no god', "there's no god", 'no god exists',
        "gods don't exist", 'god (is|was) (imaginary|a myth|not real|a fairy tale|man made|not great|a delusion)',
        'reason (and evidence |and science |)(over|not|instead of|rather than) (faith|religion|superstition|dogma|revelation)',
        "morality (without|does not require|doesn't require|does not come from|needs no) (god|religion|gods)", 'good without god',
        'flying spaghetti monster', 'religion is (a|the) (tool|opium|poison|myth|lie|virus|delusion|man made)',
        'iron age (myth|myths|book|texts|goat herders)', 'bronze age (myth|myths|book|texts|goat herders)', 'freethought',
        'burden of proof is on the (believer|theist|religious)', 'extraordinary claims require extraordinary evidence',
      ],
      telling: [
        'reason and (evidence|science)', 'science and reason', 'enlightenment values', 'irreligious', '(non religious|nonreligious)',
        'nonbeliever(s)', 'sky (daddy|fairy|wizard)', 'the god delusion', '(free thinker|freethinker)(s)', 'supernatural claims',
        'superstition (may|is|has|should|never)', 'invisible (friend|man)', 'no gods', 'religions (are|were|claim|have)',
        "prayer (does|doesn't|never|is no|won't)",
      ],
      hints: [
        'superstition(s)', 'superstitious', 'dogma(tic|s)', 'rational(ism|ist|ists|ity)', 'skeptic(ism)', 'critical thinking',
        'scientific method', 'the enlightenment', 'atheis(m|t|ts)', 'agnostic(s|ism)', 'myth(s|ology)', 'fairy tale(s)',
        'imaginary friend', 'holy books', 'ancient (books|texts)', 'evolution', 'naturalism', 'supernatural', 'blind faith', 'religion',
        'reason', 'evidence', 'science', 'proves', 'proof', 'morality', 'morals', 'believers', 'logic', 'gods', 
        'reality',
      ],
    },
    {
      shows: 'names the devout in hostile terms',
      against: 'religious',
      unmistakable: [
        'bible (thumper|thumpers|basher|bashers|thumping)', 'religious (nut|nuts|nutjobs|fanatics|fanatic|loons|lunatics)', 'fundie(s)',
        'god botherer(s)', 'holy rollers', 'christofascis(m|t|ts)', 'christian taliban',
      ],
      telling: [
        'religious (extremists|brainwashing)',
      ],
      hints: [
        'fundamentalis(t|ts|m)', 'brainwash(ed|ing)', 'zealot(s|ry)', 'fanatic(s|ism|al)', 'cult(s)', 'clerics', 'dogmatist(s)',
        'hypocrites', 'sheep', 'gullible', 'indoctrinat(e|ed|ion|ing)',
      ],
    },
    {
      shows: 'speaks as a non-believer',
      unmistakable: [
        "(as|i am|i'm) an (atheist|agnostic|ex muslim|ex christian|unbeliever)",
        "(as|i am|i'm) a (secular humanist|humanist|secularist|freethinker|nonbeliever|non believer)",
        'we (atheists|humanists|secularists|nonbelievers)', 'fellow (atheists|humanists|freethinkers)',
      ],
    },
  ],
};
