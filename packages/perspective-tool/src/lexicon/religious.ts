import type { StandpointLexicon } from './standpoint-lexicon.js';

export const RELIGIOUS: StandpointLexicon = {
  standpoint: 'religious',
  frames: [
    {
      shows: 'takes God and scripture as its authority',
      unmistakable: [
        "god's (plan|will|word|law|love|grace|design|commandments|kingdom|mercy|creation|glory|children)", 'word of god', 'will of god',
        'the bible (says|teaches|tells|commands|is clear|warns)', 'scripture (says|teaches|tells|commands|is clear|reminds)',
        'the quran (says|teaches|tells|commands)', 'the torah (says|teaches|tells|commands)',
        'jesus (christ|loves|died|saves|taught|is lord|said|is the)', 'our (lord|saviour|savior|lord and savior|heavenly father|creator)',
        'the lord (is|has|will|commands|god|our|says|teaches|provides)', 'praise (god|the lord|jesus|allah)',
        'allah (is|has|wills|commands|swt)', 'almighty god', 'god almighty', 'the holy (spirit|bible|quran|ghost|scripture|scriptures)',
        'prophet muhammad', 'peace be upon him', 'the blood of christ', 'accept (jesus|christ)',
        'god (created|loves|wants|has|commands|calls|is good|will judge|gave|bless|knows|made|speaks)', 'judgment day', 'day of judgment',
        'in the name of (jesus|god|the father|allah)', 'the dharma', 'hashem', 'glory to god', 'thus saith the lord',
      ],
      telling: [
        'the commandments', 'the almighty', 'eternal life', 'born again', 'trust in (the lord|the almighty|god|him)',
        '(nation|world|life|people|society) without (god|prayer|faith|christ)', 'blessed are', 'open your bible', 'thank god for',
        'god is', 'gods grace', 'fall on (your|our) knees', 'on our knees', 'serve the lord', 'love of (god|christ)',
      ],
      hints: [
        'god', 'the lord', 'jesus', 'christ', 'allah', 'scripture(s)', 'the bible', 'the gospel', 'biblical', 'ten commandments',
        'prayer(s)', 'pray(ing|ed|)', 'divine( law| will| order| plan| providence|)', 'holy', 'sacred', 'blessed', 'heaven', 'hell',
        'the creator', 'providence', 'revelation', 'the prophet(s)', 'covenant', 'salvation', 'redemption', 'eternal', 'the soul',
        'resurrection', 'the church', 'apostle(s)', 'psalm(s)', 'disciple(s)', 'worship', 'grace', 'inshallah', 'alhamdulillah', 'amen',
        'hallelujah', 'bible', 'almighty', 'saviour', 'savior', 'gospel', 'lord', 'prophets', 'prophet',
        'praise', 'soul', 'angels', 'blessing(s)', 'devotion', 'obedience', 'sinned',
      ],
    },
    {
      shows: 'judges by sin, faith and the soul',
      unmistakable: [
        'save (your|our|their) soul(s)', 'sinful (nature|world|generation|lifestyle|acts)', 'sin against god', 'turn(ed) away from god',
        'return to god', 'walk with (god|christ|the lord)', 'god (fearing|given|less)', 'made in the image of god', 'image of god',
        'faith in (god|christ|jesus|allah|the lord)', 'eternal (damnation|salvation|punishment)', 'spiritual (warfare|battle|rebirth)',
        'a life of prayer', 'kingdom of (god|heaven)',
      ],
      telling: [
        'humility before', 'piety', 'moral law', 'repent( of| and| now|)', 'without god',
      ],
      hints: [
        'sin(s|ful|ners|ner|)', 'faith', 'the faithful', 'believers', 'faithful', 'righteous(ness)', 'virtue', 'temptation', 'satan(ic)',
        'the devil', 'demonic', 'evil one', 'souls', 'spiritual(ity|ly)', 'spirit', 'forgiveness', 'mercy', 'chastity', 'purity',
        'congregation', 'sermon', 'ministry', 'missionary', 'pilgrimage', 'fasting', 'religious (freedom|liberty|values|duty)',
        'commandment(s)', 'blasphem(y|ous|e)', 'sacrilege', 'creation', 'miracle(s)', 'church', 'abomination',
      ],
    },
    {
      shows: 'names unbelief in hostile terms',
      against: 'secular',
      unmistakable: [
        'godless(ness)', 'infidel(s)', 'secular humanist agenda', 'war on christmas', 'war on (religion|christianity|faith)',
        'militant (atheists|secularists|atheism|secularism)',
      ],
      telling: [
        'the ungodly', 'ungodly', 'kuffar', 'materialistic world', 'secular (world|agenda|elites)', 'false (prophets|gods|idols)',
        'heathen(s)',
      ],
      hints: [
        'unbeliever(s)', 'apostate(s)', 'heretic(s|al)', 'heresy', 'idol(s|atry)', 'wicked(ness)', 'moral relativism', 'hedonis(m|tic)',
      ],
    },
    {
      shows: 'speaks as a believer',
      unmistakable: [
        "(as|i am|i'm) a (devout |practicing |faithful |)(christian|catholic|muslim|believer|evangelical|hindu|mormon|baptist|pastor|priest)",
        'we (christians|catholics|muslims|believers|the faithful)', 'brothers and sisters in christ',
        'my faith (tells|teaches|calls|guides|in god)', 'fellow (christians|believers|catholics|muslims)',
      ],
    },
  ],
};
