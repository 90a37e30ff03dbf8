import type { CueTable } from './cue-table.js';

/** Cues of fallacies of generalisation, comparison, proof and the shape of an argument. */
export const LOGIC_CUES: CueTable = {
  straw_man: {
    strong: [
      "^ so|oh|apparently|basically|clearly ~2 you ~2 just|really|basically? ~2 think|want|believe|support|hate|love|prefer|don't ~1 all|every|everyone|everything|nobody|no|us|to|that|care|people|children|kids|criminals|murderers|poor|we|nothing|it's",
      "what|so you're|they're|he's|she's|you|they|he|she ~2 really|actually ~1 saying|mean|want|wants|means|are ~6 is|to|that",
      'so ~1 we|i|you ~1 should|can|shall|must ~1 just|all? ~1 let|allow|give|ignore|abandon|leave|stop|never|kill|sit|do|be|live|go ~2 everyone|all|everything|every|anyone|nothing|criminals|them|murderers|kids|back|people|to',
    ],
    fair: [
      'you ~1 just? ~1 want|would ~2 to|have|rather? ~2 everyone|everybody|us|all|children|people ~2 to? ~1 be|live|starve|die|suffer ~2 defenseless|poor|helpless|homeless|caves|slaves|free|starving|die',
      "^ so ~1 what ~1 you're|your|youre|you ~1 are? ~1 saying|suggesting|telling",
      "^ so|oh|basically|apparently ~2 you're|youre|you ~1 are? ~2 saying|suggesting|claiming|telling|arguing ~1 me|that|is|we|it|all|everyone|i|nobody|there|people|you|should",
      'in other words ~2 you|they|he|she',
      'liberals|conservatives|republicans|democrats|opponents|opponent|critics|environmentalists|feminists|they|vegans|leftists|socialists|left|right|activists|atheists|christians|scientists|evolutionists ~2 just|all|basically|really|actually|would? ~1 want|wants|think|thinks|believe|believes|hate|hates|say|claim|love|loves|have|rather ~2 to ~1 ban|abolish|destroy|take|kill|eliminate|get|outlaw|open|leave|turn|make|see|let|give|control|force|shut ~3 all|every|everything|everyone|entire|our|your|completely|rid|away|us|criminals|die|defenseless|monkeys|off|down|anyone',
      'must ~1 hate|think|want|love|believe|support',
      'claims|thinks|believes|says|say|think|believe|claim ~4 came|come|evolved|descended ~1 from monkeys|apes|nothing|rocks|chance',
    ],
    weak: [
      "you ~1 want|think|believe|hate|would ~2 to|that|it's|rather|like? ~4 everyone|everything|all|nobody|nothing|every|never|defenseless|criminals|terrorists|starve|die|caves|free|anyone",
      "^ so ~1 you|you're|you'd|your ~1 think|want|saying|believe|say|mean|against|okay|ok|fine|rather|hate|support|admit",
      "you ~1 just|basically|clearly|obviously|simply|only ~1 want|hate|think|believe|don't|love|support",
      'oh ~1 so',
    ],
    unless: [
      'correct|right ~1 me',
      'if i ~1 understand|understood|get|got',
    ],
  },
  false_dilemma: {
    strong: [
      "either ~1 you|we|they|i|he|she|it|the|this|you're|we're|your|our|my|god|people|people's ~14 or ~1 else? ~1 @clause",
      'either ~2 with|for us|me|him|them|it ~1 or ~2 against',
      'with|for ~1 us|me|them|him|it|trump ~1 or ~3 against|enemy|traitor',
      "you're|youre ~1 either ~8 or",
      'two|2 ~1 choices|options|kinds|types|alternatives|sorts ~6 either|those|you|we',
      'love it or leave',
      'we|you|i|they ~2 can|could|must|should|have|will|need ~1 to? either ~12 or',
      '^ either ~14 or ~1 @clause|else',
      '^ either ~12 or ~2 die|death|nothing|lose|dead|enemy|against|wrong|stupid|evil|communism|fascism|starve|hell|bust|war',
      'my|the ~1 way or the highway',
      'all or nothing',
      'do ~1 you|we ~2 want|support|prefer|love|hate|stand ~6 or ~1 do|are|would? ~1 you|we|would|just|want|to|support|prefer|stand ~6 criminals|terrorists|die|war|destroy|starve|communism|chaos|hate|enemy|let|collapse|poor|police|nothing|against',
      'or else',
    ],
    fair: [
      "if you|you're|we're|we ~1 aren't|not|are ~1 not? ~1 part ~8 you|you're|we're|we ~1 are? part",
      'the only alternative|alternatives|other ~1 option|choice|alternative|way? is|are|was|left',
      'only ~1 two|2 ~1 possible|real? ~1 choices|options|ways|kinds|types|possibilities|outcomes|alternatives|sides|answers|paths|people|solutions',
      'no ~1 other|third|middle ~1 option|choice|way|alternative|options|ground|choices|solution',
      'must|have ~1 to? ~1 choose ~1 between',
      "if ~1 we|you|they ~1 don't|do ~1 not? ~10 then ~1 we|you|they|the|it|our ~2 might|must|will|have|may|can't|should|are",
      "it's|its ~1 either ~8 or",
      'would you rather ~8 or',
      "then ~2 why ~1 not|don't ~2 just|ban",
      'otherwise ~2 you|we|it|the ~4 @doom|hate|never|just|nothing|lose',
      'either ~10 or',
    ],
    weak: [
      "if you|you're|youre|we're|they're|we|he|she|one ~1 are|aren't|don't|do|is|isn't? ~1 not? ~4 with|for|part|against|support|supporting|love|like|agree|believe|vote|want|care|trust|back ~10 then? ~2 you|you're|youre|we're|they're|they|we|he|she ~2 must|hate|against|are|don't|part|either|want|support|clearly|obviously|have|can't|just|a|an|the|not",
      'choose|pick|choice ~1 a? ~1 side|between',
      "if ~1 you ~1 don't|aren't|didn't|won't|can't ~8 you|you're ~1 must|don't|are|just|clearly|obviously|shouldn't|have|hate|want|never",
      'only ~1 way|choice|option',
      'if ~1 not ~1 then',
    ],
    unless: [
      'either ~1 way|of|one|by|on|off|true|even|odd|open|positive|present',
      'either ~4 call|email|bus|train|card|cash|cheque|pdf|csv|phone|online|post|mail|app',
      'if it|not ~1 rains|available',
    ],
  },
  hasty_generalization: {
    strong: [
      'my ~1 @relative|boss|landlord|teacher ~8 so ~1 all|every @people',
      'i ~1 met|knew|know|had|saw|tried|ate|dated|visited|bought|asked|drove|talked|read|watched|owned|used|interviewed ~1 a|an|one|two|three|four|some|my|only|this|that|it ~12 so|therefore|clearly|obviously ~3 all|every|they|everyone|everybody|these|no|none|people|most|the|must|never|always|@people',
      'my ~1 @relative|dog|cat|first|last|car|phone|teacher|professor|neighbors ~12 so|therefore|clearly|obviously ~3 all|every|everyone|everybody|always|never|most|they|no|people|these|@people',
      '@people ~1 are|is ~1 all ~1 the|just|a|so|nothing|such? ~1 same|liars|corrupt|lazy|stupid|criminals|idiots|crooks|evil|racist|racists|terrorists|bad|rude|crazy|dangerous|cheaters|thieves|greedy|selfish|alike|terrible|pigs|dishonest|animals|morons|sheep|hypocrites',
      "they're|they ~1 are? all ~1 the|a|just|so|such? ~1 same|liars|corrupt|lazy|stupid|criminals|idiots|crooks|evil|racist|racists|terrorists|bad|rude|crazy|dangerous|cheaters|thieves|greedy|selfish|alike|terrible|pigs|dishonest",
      'all ~1 @people|the ~1 same ~1 $',
      'if ~1 one|this|that|two|he|she|they|my ~8 then ~1 all|every|everyone|everybody|they|no|the ~2 rest|all|must|are|will|@people|of|other',
      'typical ~1 @people',
      "every|all ~2 @people ~1 i|i've|we|we've ~3 met|known|dated|seen|know|talked|encountered|had|worked",
      "every ~3 i've|i|we've ~2 ever ~2 met|known|dated|seen|tried|read|had|encountered|eaten|visited|owned|heard",
      'never|nothing ~3 good|bad ~3 comes|came|happens|happened|come ~4 from|of|out|when',
      "i've|i ~2 never ~2 met|seen|known|heard|had ~10 so|therefore ~4 no|all|must|don't|none|they|never|every|it|there",
      "i|i've|we ~2 only ~6 so|therefore|and ~3 all|every|they|everyone|never|always|must|people|most|the",
    ],
    fair: [
      'these|those|such|them ~1 people|guys|kids|folks ~1 are|will ~1 all|always|never',
      "all|every|no ~1 @people ~1 are|is|do|does|want|wants|care|lie|lies|hate|hates|cheat|cheats|know|knows|think|thinks|love|loves|can|can't|cannot|always|never|like|likes|have|must|steal|will|should|say",
      '@people ~1 always|never|only|just ~2 lie|lies|cheat|cheats|steal|want|care|complain|know|think|do|say|cause|win|lose|listen|ask|work|tell|are|get|have|drive|vote|make|ruin|hate|love|follow',
      'all ~2 of ~1 them|these|those|us ~2 are|is|do|have|just|want|will',
      'happened ~4 so|therefore ~6 will|must|always|never|all|every',
    ],
    weak: [
      'one|two|three|2|3|four|both|couple ~10 so|therefore|clearly|obviously ~3 all|every|everyone|everybody|always|never|they|no|most|people|must|the',
      'everyone|everybody|nobody|all|no ~1 one? ~3 in ~2 the? ~3 is|are|was|were|has|have|hates|loves|does',
      '@people ~1 are|is|have|just ~2 all|always|never|only|just|naturally|simply|inherently',
      'always|never ~1 been|be|have|will|has|do ~3 the? ~1 same|case|fail|works|that',
      "proves|proof|shows|means|clearly ~3 that? ~2 all|every|everyone|everybody|no|none|women|men|they|people|@people ~1 are|is|do|can't|of|always|never|can|@people",
      'the ~1 first|last|one ~2 time ~8 so|therefore',
      '@people ~1 are',
    ],
    unless: [
      'not ~1 all|every|everyone|always',
      'all men are created|mortal',
      'some|many|most|few ~1 @people ~6 and|but|some',
      'all ~1 @people ~2 and ~1 @people',
      'all ~2 @people ~2 may|who|receive|attend|welcome|invited|required|eligible|enrolled|registered|under|over|aged|in|will',
      'all ~1 people|men|women|humans|children ~3 deserve|equal|mortal',
    ],
  },
  anecdotal_evidence: {
    strong: [
      'my ~2 @relative|grandad|granddad|grandparents|parents|dog|friends ~4 smoked|smokes|drank|drinks|ate|eats|never|always|took|takes|used|uses|lived|tried|got|dropped ~14 lived|fine|90|91|92|93|94|95|96|97|98|99|100|ninety|hundred|healthy|cured|worked|perfectly|cancer|sick|millionaire|successful|died|old|okay',
      "it|that|this|they ~2 worked|cured|works|did|happened ~3 for|to ~1 me|my|us|him|her ~6 so|and|therefore|must|it|can't",
      "i've|i|we|my ~3 never|always ~14 and|but ~2 i'm|i|am|we're|turned|look|still|they ~4 fine|ok|okay|alive|here|healthy|great|perfectly|good",
      'my ~1 own|personal experience|experiences|story ~4 proves|shows|tells|so|is|convinces|enough',
      'in my ~1 own|personal? experience ~12 so|therefore|must|always|never|all',
      'happened to me|my|him|her ~6 so|therefore|must',
    ],
    fair: [
      'i ~1 know|knew|have|met ~2 someone|somebody|guy|person|people|woman|man|lady|dude|friend|kid ~1 who|that',
      'turned ~1 out ~2 fine|ok|okay|great|well|alright|good|normal',
      'i ~1 personally ~8 so',
      'never ~2 hurt|harmed|killed|bothered ~1 me|anyone|us|him|her|anybody',
      'works|worked for ~1 me|us|him|her',
    ],
    weak: [
      "my ~2 @relative|grandad|granddad ~12 so|and|therefore ~4 proves|proof|shows|must|fine|don't|doesn't|can't|works|work|wrong|safe",
      'my ~1 @relative',
      'in my experience',
    ],
  },
  cherry_picking: {
    strong: [
      "snow|snowed|snowing|cold|freezing|coldest|winter|blizzard|chilly ~10 so|where|where's|much|explain|how|hoax|disproves|proves ~5 global|climate|warming",
      'one|single|a ~1 study|survey|review|article|case|paper|blog ~4 shows|proves|showed|proved|found|says|said|proof|enough|disproves ~8 so|therefore|proves|must|all|end|that',
    ],
    fair: [
      'global|climate ~1 warming|change ~12 snow|snowed|snowing|cold|freezing|coldest|winter|blizzard|chilly',
      'just|only ~1 look|looked|looking|count|consider|mention|focus|need ~1 at|on|about|to ~2 one|this|that|these|those|good|positive|times|cases ~8 so|proves|shows|proof|ignore|not|and|see|works',
      'handpicked|hand picked|select|selected|selective',
      'the ~1 five|three|ten|two|few|best|reviews|customers ~6 loved|praised|five|agreed ~6 so|proves|shows',
    ],
    weak: [
      'ignore|ignoring|forget|disregard|skip ~2 the|all|those|that ~1 other|rest|studies|data|evidence|reviews|results|failures|ones',
    ],
  },
  texas_sharpshooter: {
    strong: [
      "that|this|it|these|those|which ~2 can't|cannot|couldn't|is|isn't ~1 just|simply|mere|be|no|not ~2 be? ~2 coincidence|coincidences|chance|accident|random",
      'too|so many|much ~1 coincidences|matches|signs|patterns|similarities',
      'spot|spotted|found|find|noticed|see|circled|picked ~4 pattern|patterns|cluster|clusters|match|matches ~10 so|must|proves|cause|means|obviously',
    ],
    fair: [
      'no|not ~2 coincidence',
      "coincidence ~2 i ~1 think|don't ~2 not|so",
    ],
    weak: [
      "pattern|patterns|cluster|clusters|code|numbers|number|letters ~10 proves|prove|must|so|can't|sign|means|message|clearly|predicted",
      'what are the ~1 odds|chances',
    ],
  },
  circular_reasoning: {
    strong: [
      'because ~1 it|he|she|they|that|this ~1 just|simply? ~1 is|does|are|was $',
      'because ~4 the|it|bible|god|quran|book|law|constitution|he|she ~1 bible|book|law|constitution|itself? ~1 says|said|told ~2 it|so|that|is',
      'it|the|that|he ~1 bible|book|quran|koran|law|god ~2 says|said|is ~6 in ~1 the|it bible|itself|book|quran',
      "is ~1 true|right|good|bad|wrong|illegal|immoral|best|real|legal ~3 because|since ~1 it's|its|it|he|she|they ~1 is|not|just|isn't|are? ~1 true|right|good|bad|wrong|illegal|immoral|best|real|lie|false|legal",
      "since|because ~1 i'm|im|i ~1 am|always|never? ~1 right|honest|lying|lie|wrong",
      'rules ~1 are ~1 rules|the',
      'the law is the ~2 law',
      'boys will be boys',
      'bible|quran|koran|scripture ~12 god ~10 bible|quran|koran|scripture',
    ],
    fair: [
      'because ~2 i|he|she|they|god|mom|dad|you|we ~1 said|says|say|told ~1 so|it',
      "because ~1 that's|thats|that ~1 is? ~1 what|how|the ~2 it|way|they|is|things|rules",
      'it is what it is',
      'god ~12 bible|quran|koran|scripture ~12 god',
      'by|of ~1 its|his|her|their very|own nature|definition',
      'i ~1 know|am ~4 because ~1 i ~1 know|am|just|said',
      'goes without saying',
      'because ~2 it ~1 just is',
      "must ~8 otherwise ~4 wouldn't|it|they|he|she",
    ],
    weak: [
      'by ~1 definition',
    ],
  },
  equivocation: {
    strong: [
      'only|just|merely|simply a theory',
      'nothing is better than ~16 better than nothing',
      "theory|theories ~6 so ~4 guess|just|unproven|not|proven|fact|can't",
    ],
    fair: [
      'laws|law ~4 imply|implies|must|need|requires ~2 a|have ~2 lawgiver|lawmaker|maker',
      'right|rights ~6 right ~2 to ~6 so|therefore|must|it',
      'free|freedom ~8 free ~6 so|therefore',
    ],
  },
  false_analogy: {
    strong: [
      'if ~1 we ~1 can ~2 put|send|land|fly|get ~6 moon',
      'just|exactly|much ~1 as|like ~10 so ~1 too|should|must|do|does|are|is|we|the|can',
      'people|children|kids|students|employees|women|men|dogs|countries|life|government|school|society|minds|relationships|humans|nations|teachers ~1 are|is ~1 just|exactly|much|all|basically|a? ~1 like',
      'like ~3 so|therefore ~2 we|you|they|it|should|must|he|she ~2 must|should|need|have|be|also|will|can',
      "you|we ~1 wouldn't|don't|would|won't ~12 so|why ~2 why|would|should|don't|shouldn't|do|are ~1 you|we|is|should|not|let|have",
    ],
    fair: [
      'taxes|taxation|abortion|meat|vaccines|mandates|masks|rent|school|homework|interest|marriage|employment|welfare|insurance|censorship|circumcision ~1 is|are|was ~2 just|like|the|basically|same|literally|no|as? ~2 slavery|theft|murder|genocide|holocaust|rape|robbery|stealing|apartheid|prison',
      "if|since ~1 we|you|they|people|kids|adults ~1 can|are|trust ~8 then why can't|not|shouldn't|don't",
      "is|are|it's|its|that's|was|be|just|basically ~2 like|as ~1 saying|letting|giving|asking|telling|putting|having|using|buying|trying|hiring|blaming|being|forcing|taking|making|throwing|driving|inviting|arresting|banning|burning|leaving|playing|teaching",
      'no|any ~1 different ~1 than|from|to',
      'both ~8 so|therefore ~4 same|must|also|both|too|should',
    ],
    weak: [
      'compare|compared|comparing ~6 to|with ~4 so|therefore|same',
      'like ~2 nazi|hitler|stalin|communist|soviet|north',
      'by that|this|your logic',
    ],
    unless: [
      'feel|feels|felt|look|looks|looked|sounds|sound|taste|smells like|different',
      'apples and|to oranges',
      'false equivalence|analogy',
    ],
  },
  composition_division: {
    strong: [
      'team|company|class|country|university|college|band|group|family|school|nation|orchestra|restaurant|crew|army|choir|club ~10 so|therefore ~2 each|every|all|any ~2 its|the|their|of? ~2 player|players|member|members|student|students|employee|employees|part|parts|musician|musicians|citizen|citizens|worker|workers|song|songs|soldier|soldiers|singer|singers|dish|dishes',
      'each|every|all|individual|both ~2 part|parts|player|players|member|members|ingredient|ingredients|piece|pieces|atom|atoms|cell|cells|component|components|brick|bricks|song|songs|actor|actors|instrument|musician|word|page|chapter|scene|note|molecule|sentence|step ~12 so|therefore|must|means|then ~4 whole|team|entire|must|be|is|movie|film|band|cake|dish|car|machine|house|wall|album|it|orchestra|meal|company|building|book|soup',
      'made ~1 up? ~1 of|from ~8 so|therefore|must ~4 is|are|be|it|must|we|they|has|have|weigh|made',
      "what's|what ~1 is? ~1 true|good|best ~1 of|for ~4 is ~2 true|good|best ~2 of|for",
    ],
    fair: [
      'comes|come|came|from|graduated|went|attends|belongs|works|plays ~2 a|an|the|from|to|at|for|in ~2 rich|best|top|great|smart|good|famous|winning|harvard|yale ~3 family|school|country|team|university|company|harvard|neighborhood|city|class|yale|college ~4 so|therefore|must ~4 be|is|he|she|rich|smart|good|great|must',
    ],
    weak: [
      'if ~2 one|a|each|every|someone|everyone|he|she|i|you ~1 person|fan|student|farmer|family|worker|player|company? ~6 stands|saves|does|can|gets|runs|works|leaves|sells ~6 then? ~2 everyone|everybody|all|whole|the|we|entire|society|country',
    ],
  },
  no_true_scotsman: {
    strong: [
      "no ~1 true|real|genuine|self|proper|actual|good|decent ~1 respecting? ~4 would|does|ever|could|puts|likes|drinks|eats|thinks|votes|supports|believes|says|will|can|should|uses|wears|wouldn't|acts|behaves|needs|has|is|watches|plays|writes|listens",
      "any|a ~1 real|true|genuine|proper ~1 @people|christian|american|fan|patriot|man|gamer|scotsman|muslim|feminist|artist|woman|programmer|conservative|liberal|catholic|believer ~2 would|knows|wouldn't|will|can|loves|supports|doesn't",
    ],
    fair: [
      "true|real|genuine|proper|actual ~1 scotsman|scotsmen|christian|christians|american|americans|fan|fans|patriot|patriots|man|men|gamer|gamers|muslim|muslims|feminist|feminists|conservative|conservatives|liberal|liberals|artist|artists|woman|women|scientist|programmer|programmers|believer|believers|friend|friends|athlete|athletes|catholic|catholics|republican|republicans|democrat|democrats|socialist|communist|vegan|vegans|runner|texan|southerner|chef|musician|hero|leader|developer|developers|engineers|engineer|punk|punks|italian|italians ~2 would|don't|never|do|does|wouldn't|know|always|only|doesn't|can|could|must|eat|love|support|play|listen|use|are|like|aren't|should|stand|vote|write|care",
      "not|isn't|aren't|wasn't|never|weren't|can't|ain't ~1 be|really|were? ~1 a|an|the? ~1 real|true|genuine|proper|actual|truly ~1 scotsman|scotsmen|christian|christians|american|americans|fan|fans|patriot|patriots|man|men|gamer|gamers|muslim|muslims|feminist|feminists|conservative|conservatives|liberal|liberals|artist|artists|woman|women|scientist|scientists|programmer|programmers|believer|believers|catholic|catholics|republican|republicans|democrat|democrats|socialist|socialism|communist|communism|vegan|vegans|music|art|sport|democracy|capitalism|texan|developer|developers",
      "then|must ~2 he's|she's|they're|you're|he|she|they|you|wasn't|weren't|isn't ~2 not|aren't|never|isn't|wasn't ~2 really|truly|real|true",
    ],
  },
  loaded_question: {
    strong: [
      '^ have|has|did you|he|she|they|your|the ~3 stopped|quit|stop',
      '^ when ~1 did|will|are|is|were you|they|he|she|your|the|we|congress ~3 stop|stopped|start|admit|quit|gonna|finally|learn|apologize|going|stopping|realize|wake|grow|decide|become',
      '^ do|are|is|does you|he|she|they|your|your ~2 still ~2 beat|beating|cheat|cheating|lie|lying|steal|stealing|drinking|drink|wasting|taking|hate|believe|supporting|a|an|smoking|gambling|using|being|pretending|abusing',
      'how ~1 long|many ~2 times? ~1 have|has|did|will|are|has you|he|she|they|your|the|we ~3 been|cheated|lied|stolen|beaten|lying|stealing|cheating|hiding|supporting|beat|failed|let|ignore|allowed|abusing|planning|continue|stop|before',
      '^ what|which|where ~2 did|have|are|were|do ~1 you|he|she|they ~2 do|hide|put|spend|hiding|with ~2 the|my|all|our|that|it ~2 stolen|money|body|gun|evidence|weapon|drugs|cash|bodies|knife',
      '^ who ~1 are|is|were ~1 you|he|she ~1 working|covering|protecting|lying|trying|stealing|cheating',
    ],
    fair: [
      '^ why ~1 do|are|does|did|is|must|would|have you|they|he|she|your|@people|people|the|democrats|republicans ~3 hate|always|keep|insist|still|refuse|lie|lying|so|such|trying|destroy|ignore|ignoring|support|love|hiding|afraid|ruining|never|continue|hating|obsessed|cheat|steal|betray',
      '^ how can|could|do you|he|she|they|anyone ~2 support|defend|justify|ignore|sleep|vote|live|trust|possibly|believe|be|stand|live|call',
      '^ are|is|were|will you|he|she|they|we ~2 really|always|just|still|naturally|going|so|too|that|as ~2 stupid|lying|cheating|naive|blind|ignorant|gullible|dumb|evil|crazy|lazy|let|allow|going|such|corrupt|incompetent|selfish|afraid|dense|desperate',
      "^ why ~1 don't|won't|can't|doesn't|aren't ~1 you|they|he|she|@people|we ~1 care|admit|just|tell|want|like|listen|face|understand|ever|stop|accept|love|respect",
      '^ when ~1 did|will ~1 you|they|he|she ~8 $',
    ],
    weak: [
      "^ isn't|aren't|wasn't|doesn't|don't it|you|he|she|they|that|your|this ~6 true|time|tired|ashamed|obvious|lying|guilty|just|another|realize|because|care|embarrassed",
      '^ why ~1 should|would ~2 we|i|anyone|taxpayers|people|americans ~2 trust|believe|pay|support|listen|have|reward',
      '^ what ~1 are|is ~1 you|they|he|she ~1 hiding|afraid|so|trying',
    ],
  },
  appeal_to_ignorance: {
    strong: [
      'no ~1 one|body? ~2 has|have|can|could|evidence|proof|ever|science|study|studies|real|scientific ~3 ever|been? ~3 proven|proved|prove|disprove|disproven|disproved|shown|evidence|proof|show|explain|that|against|found|refute ~14 so|therefore|hence|thus|must|means|which|obviously|clearly ~3 it|they|is|are|must|be|the|he|she|true|does|exist|exists|that|there|god|ghosts|aliens|we|you|safe|not|false|real|innocent|guilty',
      "nobody|scientists|science|you|they|experts|critics|we|atheists|police|doctors|skeptics|i ~2 has|have|can't|cannot|haven't|hasn't|couldn't|failed|never|unable|can|could|don't|not ~3 ever|been|to|able? ~2 prove|proven|proved|disprove|disproved|disproven|shown|show|explain|demonstrate|refute|find|found|know|explained|detected|seen|understand ~14 so|therefore|hence|thus|must|means|proves|obviously|clearly ~4 it|they|is|are|must|be|the|he|she|true|does|exist|exists|that|there|god|ghosts|aliens|we|false|real|not|innocent|guilty|magic|supernatural",
      "hasn't|haven't|never|not ~1 yet|ever|been ~2 been? ~1 proven|proved|disproven|disproved|refuted|shown|detected|found|explained ~12 so|therefore|hence|thus|must|means|proves|obviously",
      "there|there's|there is|is|have|has|no ~1 is|been? ~1 no|little|zero|not|any ~1 any|solid|real|scientific|hard? ~1 evidence|proof ~10 so|therefore|hence|thus|must|means|proves|which",
      "must|so|therefore|exist|exists|real|true|innocent|guilty ~6 because|since|as|until ~4 no|nobody|can't|cannot|haven't|hasn't|never|not|isn't|never|you ~2 one|body|been|ever|you|any|evidence? ~2 has|have? ~1 prove|proven|proved|disprove|disproven|disproved|evidence|proof|shown|seen|found|explain|show|refuted",
      "prove ~2 that|it|me|god|i|they|he|he's|ghosts|aliens ~4 doesn't|isn't|not|don't|didn't|wrong|aren't|wasn't|false|does",
      "you ~1 can't|cannot|couldn't|haven't|didn't ~1 prove|disprove|proven|disproven|show|proved|rule ~6 so|therefore",
      "you ~1 can't|cannot|couldn't ~1 prove|disprove|know|show ~4 doesn't|isn't|not|don't|didn't|wrong|aren't|wasn't|false",
      'absence of evidence',
      "if ~2 it|that|god|he|she|they|there ~4 weren't|wasn't|false|not|isn't ~2 true|real|there? ~4 someone|somebody|scientists|they|would|we|science|would've ~4 have|would|proven|proved|shown|know|said|found",
    ],
    fair: [
      "can't|cannot ~1 be ~1 proven|proved|disproven|disproved|explained",
      'never ~2 been ~1 proven|disproven|proved|disproved|refuted',
      "i ~1 haven't|have|never ~2 seen|heard|not ~3 any|no|evidence|proof ~4 so",
    ],
    weak: [
      "science|scientists ~2 can't|cannot|doesn't|don't|hasn't|haven't ~2 explain|know|explained|proven|prove|understand",
    ],
    unless: [
      'so ~1 they|we|i ~1 will|are|decided|kept|keep|repeated|called',
      'so far',
      'more research|study|evidence|studies ~4 needed',
      "so ~2 remain|keep|conclude|cannot|can't|not|don't|we ~2 conclude|know|say|tell",
    ],
  },
  burden_of_proof: {
    strong: [
      "prove ~2 me|it|us|him|her|that|i ~1 i'm|is? ~1 wrong|otherwise|false|isn't|not",
      'unless|until ~1 you|someone|they|anyone|somebody ~1 can ~1 prove|disprove|show|demonstrate|refute|prove',
      'up to you|them|him|critics|skeptics ~2 to ~1 prove|disprove|show',
      "i ~1 don't ~1 need|have ~1 to ~1 prove|show|provide|explain",
      'disprove ~1 it|that|me|this',
    ],
    fair: [
      'burden ~1 of proof ~3 on|is|falls ~2 you|them|him|skeptics|critics|the|those',
      "can|could you|anyone ~1 prove|disprove ~2 that|it|he|i|they|me|there|god ~4 isn't|doesn't|didn't|not|wrong|wasn't|aren't|don't|otherwise",
      'go ~1 look|do|research|google ~2 it|your|up|own',
      'do ~1 your own research',
    ],
  },
  personal_incredulity: {
    strong: [
      "i ~1 just|simply|really|personally|honestly? ~1 can't|cannot|couldn't|don't ~1 imagine|understand|see|believe|fathom|picture|get|comprehend ~12 so|therefore ~3 must|can't|cannot|it|isn't|it's|false|wrong|fake|impossible",
      "no|makes|doesn't|don't ~2 sense|understand ~2 to|how ~3 me|it|this|that|something|anyone ~6 so|therefore|must|can't|isn't",
      'how ~1 could|can|would|did ~1 something|all|the|life|such|anything|humans|everything|a|this|anyone|people|it|we|an|they ~5 chance|accident|nothing|random|possibly|itself|evolve|evolved|happen|exist|come',
      "hard|impossible|difficult to ~1 believe|imagine|understand ~8 so|therefore|must|can't",
      "sounds|seems|too|so|looks ~2 complex|complicated|crazy|impossible|weird|unbelievable|far|good|strange|confusing ~4 so|therefore|must|to|can't|it ~3 be|false|true|fake|wrong|have|not|designed|by|can't|isn't|wrong",
    ],
    fair: [
      "there's|there|theres ~1 is|just|simply? ~1 no way ~3 that|could|can|would|just|i|it|a|we|life|something|anyone|humans|he|she|they|people",
      'i ~1 find ~2 hard|impossible|difficult|tough ~2 to ~1 believe|imagine|accept|see',
    ],
  },
  middle_ground: {
    strong: [
      'the truth ~1 must|has|probably|always|usually|surely|is|to? ~1 lie|lies|be|is|somewhere|have ~4 middle|between|halfway',
      "some|one|half|people|you|i|he|she|side ~2 say|says|think|thinks|believe|believes|claim|claims|want|wants|argue|argues ~8 others|other|you|half|he|she|i|another|some|they ~2 say|says|think|thinks|believe|believes|claim|claims|want|wants|argue|argues|side ~8 so|therefore|must|let's ~5 middle|between|compromise|half|halfway|average|both|split|some|meet",
      'meet ~3 in|at ~1 the ~1 middle|halfway',
      'split the difference',
      'both ~1 sides|extremes|opinions|views|positions ~8 so|therefore|must ~5 middle|between|truth|compromise|half|equally|both|some',
    ],
    fair: [
      'truth|answer|solution|compromise|right|correct|fair ~6 somewhere|halfway|middle|between ~1 in|of|the|them|way|two|both|and',
      'compromise|middle|halfway|average|split ~6 must|so|always|is|therefore ~3 right|best|correct|true|be|fair|answer|truth|fairest|only',
      'happy medium',
      'meet ~1 me ~1 halfway',
      'compromise ~2 between',
      'must ~2 be ~2 a ~1 compromise|middle',
    ],
  },
  special_pleading: {
    strong: [
      "i|we|he|she|my ~1 shouldn't|should|don't|deserve|deserves|doesn't|must|needs|son|daughter|child|kid ~4 exception|exempt|special|exempted|excused|except",
      'make|made|making ~1 an exception ~2 for|in|because ~2 me|my|us|him|her',
      "except|but ~1 for|not ~1 me|us|my|mine|him|ours ~4 because|i'm|i|we|i've|he|she|we're",
      "but|because|since ~1 i'm|i|my|we|we're|this|it|mine|he's|she's ~3 am|is|case|situation|are|was|were? ~2 different|special|exception|unique|exceptional|exempt",
      "i know|understand|realize|agree ~6 law|rule|rules|speed|limit|policy|wrong|illegal|deadline|should|supposed|everyone|allowed ~6 but|however ~2 i|i'm|my|we|i've|in|this|it's",
    ],
    fair: [
      "rule|rules|law|laws|standards|limit|policy|restrictions ~2 don't|doesn't|shouldn't|do|does|should|can't|not ~1 not? ~1 apply|count|include|be ~3 to|for|me|us|him|my|her|our|i",
      "it's|its|it ~1 is? ~1 ok|okay|fine|different|wrong|not|alright ~2 when|if ~1 i|we|my|our|you|they|he|she",
      "cheating|stealing|lying|rules|speeding|taxes ~4 but ~2 i|i'm|my|when|in|i've",
      "i'm ~1 a|an|the|different|special|exception|too|above ~3 so ~6 don't|doesn't|shouldn't|not|exempt|apply|rules",
      'above the law',
    ],
  },
  moving_goalposts: {
    strong: [
      "that's|thats|it's|not ~1 not|isn't ~1 really|even? ~1 enough|real|good|proof|evidence|what ~2 enough|proof|evidence|i|you|to|meant|it? ~4 now|also|need|show|until|prove|still|meant|asked|must",
    ],
    fair: [
      "ok|okay|fine|sure|yes|well|yeah|alright|maybe|but|that|so ~6 but|doesn't|does ~4 that|it|not|those|they|doesn't|really|he ~2 doesn't|does|isn't|don't|wasn't|really|not|real|never ~2 not|a|really|even? ~2 count|enough|prove|real|really|matter|mean|good|perfect|change",
      "that|it|this|those ~1 doesn't|don't|didn't|does ~1 not|really? count|counts",
      "still ~1 not|isn't|doesn't ~1 enough|good|prove|count|convinced",
    ],
    weak: [
      'now|but|then|also ~1 you|they|he|she|i ~1 also|still|now|have|need|must|would ~2 to|need|prove|show|have|want|explain ~2 prove|show|explain|demonstrate|find|provide|do|to|me|see|proof|evidence',
    ],
  },
  nirvana_fallacy: {
    strong: [
      "will|would|can|could|do|does ~1 still|always ~8 so|therefore ~4 pointless|useless|why|shouldn't|worthless|bother|waste|point|good",
      "why ~1 bother|even|try|have|wear|recycle|vote|study|exercise|invest|do ~8 if|when ~10 still|anyway|won't|can't|never|not|perfect|doesn't|always|going|isn't",
      "if ~1 it|we|you|this|they|the|a ~3 can't|cannot|doesn't|isn't|won't|don't|couldn't|aren't ~3 @stop|perfect|100|all|every|completely|guarantee|be|perfectly ~8 then|why|it|there|we|no|don't|not ~2 no|why|pointless|useless|shouldn't|not|worthless|don't|isn't|bother|point|reason|do|is",
      "isn't|not|aren't|never|wasn't ~1 perfect|foolproof|100|flawless ~6 so|therefore",
      "still ~1 die|dies|crash|crashes|sick|happen|happens|get|gets|occur|exist|commit|break|breaks|fail|steal|smoke ~10 so|useless|pointless|don't|point|why|worthless|ban|waste",
    ],
    fair: [
      'never|not ~2 be ~1 able ~1 to ~1 @stop ~2 all|every|everyone|everything',
      "can't|cannot|won't|never|doesn't ~1 @stop|save ~1 all|every|everyone|everything|everybody",
    ],
    weak: [
      "won't|will|doesn't|don't|can't|cannot|never|not|isn't|didn't|couldn't|aren't ~2 not|completely|be|ever|fully|entirely|totally|always? ~1 @stop|perfect|100|foolproof|eliminated|solved|effective|flawless ~6 so|why|pointless|useless|point|worthless|shouldn't|worth|bother|waste|forget|not|scrap|abolish|reject|no",
      "what's|whats|what ~1 is|the? ~1 point ~2 of|in|if|when",
    ],
  },
};
