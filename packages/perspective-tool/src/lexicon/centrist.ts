import type { StandpointLexicon } from './standpoint-lexicon.js';

export const CENTRIST: StandpointLexicon = {
  standpoint: 'centrist',
  frames: [
    {
      shows: 'looks for the answer between the camps',
      unmistakable: [
        'both (sides|parties|camps) have (a point|valid points|good points|legitimate concerns|something to)', 'both (sides|parties) (are wrong|are to blame|need to compromise|must compromise|have to compromise|should compromise|must give|refuse to)',
        'the truth (is|lies|is probably|is usually|probably lies|usually lies) (somewhere |)in (the middle|between)',
        'extremes on both sides', 'extremists on both sides', 'reach(ing|) across the aisle', 'neither left nor right',
        'sensible (center|centre)', 'vital center', 'radical center',
        'the (reasonable|sensible|moderate|exhausted) (middle|majority|center|centre)', 'the political (center|centre) must',
        'exhausted majority', 'common ground (between|with|on|among)',
      ],
      telling: [
        'common ground', 'middle ground', 'middle way', 'bipartisan(ship)', 'cross party', 'across the aisle', 'both extremes',
        'pragmatic solutions', 'step by step reform', 'gradual reform', 'civil (debate|discourse|disagreement)', 'reach consensus',
        'build consensus', 'country over party', 'people over party', 'find agreement', 'tone it down', 'turn down the temperature',
        'swing voters', 'third way', 'power sharing', 'coalition of the (center|centre|middle)', 'meet in the middle',
        'split the difference', 'moderate voices', 'most (voters|people|americans|of us) are (moderates|moderate|in the middle|somewhere)',
        'pick a (team|side)', 'not a team sport', 'right about some', '(good|best) ideas (on|from) both',
        'listen to (each other|both sides|the other side)', 'neither (party|extreme|camp)',
      ],
      hints: [
        'compromise(s)', 'a compromise', '(non partisan|nonpartisan)', 'both sides', 'either extreme', 'two extremes',
        'the extremes', 'on either side', 'moderate(s)', 'moderation', 'pragmati(c|sm|sts|st)', 'practical solutions', 'sensible',
        'balanced approach', 'a balance between', 'strike a balance', 'incremental( reform| change|ism|)',
        'reasonable (people|compromise|middle|adults)', 'good faith', 'civility', 'consensus', 'not black and white', 'nuance(d)',
        'level headed', 'work together', 'working together', 'come together', 'shades of grey', 'big tent', 'compromising', 'both parties',
        'a bit of', 'willingness to compromise', 'independents', 'the middle', 'moderate voters', 'agree', 'respectful', 'disagree',
        'balance', 'reasonable', 'reform', 'dialogue', 'cooperation',
      ],
    },
    {
      shows: 'finds fault with every camp alike',
      telling: [
        'partisan (gridlock|bickering|warfare|divide|politics)', '(hyper partisan|hyperpartisan)', 'far left and far right',
        'left and right alike', 'far left or far right', 'far right and far left', 'the fringes', 'ideological purity', 'purity test(s)',
      ],
      hints: [
        'partisanship', 'polari(z|s)(ed|ation|ing)', 'tribal(ism)', 'shouting match', 'extremism', 'gridlock', 'culture war(s)',
        'echo chambers', 'neither side',
      ],
    },
    {
      shows: 'speaks as a moderate',
      unmistakable: [
        "(as|i am|i'm) a (centrist|moderate|swing voter)", 'we (centrists|moderates)', 'fellow (centrists|moderates)',
        'politically homeless', "i'm an independent voter",
      ],
    },
  ],
};
