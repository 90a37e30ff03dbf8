const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** Words that deny, in the languages that are told apart. */
export const NEGATIONS = words(`
  no not never none neither nor nobody nothing nowhere without cannot hardly except unless
  dont doesnt didnt isnt arent wasnt werent wont cant couldnt shouldnt wouldnt
  nicht kein keine keinen keinem keiner nie niemals niemand nichts ohne
  ne pas jamais sans aucun aucune rien personne
  nunca jamás sin nadie nada ningún ninguna
  non mai senza nessuno nessuna niente
  não sem ninguém nenhum nenhuma
  niet geen nooit zonder niemand niets
  не нет без никогда
  不 没 無 无 别 非 未
`);

/** Words for numbers. `one` is left out: it is a pronoun as often. */
export const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ zero: '0', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19', twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60', seventy: '70', eighty: '80', ninety: '90', hundred: '100', thousand: '1000', million: '1000000', billion: '1000000000', dozen: '12', twice: '2x', double: '2x', triple: '3x', half: '1/2' }),
  ...Object.entries({ first: '1st', third: '3rd', fourth: '4th', fifth: '5th', sixth: '6th', seventh: '7th', eighth: '8th', ninth: '9th', tenth: '10th' }),
  ...Object.entries({ zwei: '2', drei: '3', vier: '4', fünf: '5', sechs: '6', sieben: '7', acht: '8', neun: '9', zehn: '10', deux: '2', trois: '3', quatre: '4', cinq: '5', sept: '7', huit: '8', neuf: '9', dix: '10', dos: '2', tres: '3', cuatro: '4', cinco: '5', seis: '6', siete: '7', ocho: '8', nueve: '9', diez: '10' }),
]);

/** Words that hold a sentence together and carry no meaning of their own. Question words other than `what`, `which` and `how` do carry some. */
export const FILLERS = words(`
  a an the this that these those there here it its it's that's there's
  i i'm i'd i've me my mine we us our you your he him his she her they them their one someone somebody people
  is are was were be been being am do does did doing done have has had having can could would will shall might
  and or but so then if as of in on at by for with about to from into than up out off it
  what what's which how how's please kindly tell explain give let know want wanna need like just also really actually exactly simply basically
  some any kind sort thing things get go going mean means meaning called
  question answer hi hello hey thanks thank
  der die das ein eine einen einem einer und oder ist sind war wie was welche welcher mir mich ich du wir sie es bitte zu von im in den dem des für mit auf
  le la les un une des du de et ou est sont que quel quelle comment je tu vous nous il elle moi
  el los las una unos y o es son qué que cuál cómo yo tú me mi por favor del al en
  il lo gli i uno e è sono che come quale mi di per
  o os as um uma é são qual como eu
  het een en of zijn wat hoe welke ik mij van
  the
`);

/** Words of opposed meaning: one in each text makes two questions of them. */
export const OPPOSITES: readonly (readonly [string, string])[] = (
  'increase decrease|raise lower|more less|more fewer|most least|best worst|better worse|good bad|high low|higher lower|highest lowest|max min|maximum minimum|' +
  'big small|large small|larger smaller|biggest smallest|largest smallest|long short|longer shorter|longest shortest|tall short|old new|older newer|oldest newest|old young|older younger|oldest youngest|' +
  'fast slow|faster slower|fastest slowest|hot cold|warm cool|early late|earlier later|before after|first last|start stop|start end|begin end|open close|on off|in out|up down|left right|north south|east west|' +
  'enable disable|allow block|allow forbid|allow deny|lock unlock|mute unmute|ban unban|pin unpin|install uninstall|subscribe unsubscribe|follow unfollow|add remove|insert delete|create delete|add subtract|multiply divide|' +
  'encrypt decrypt|encode decode|compress decompress|upload download|import export|push pull|send receive|buy sell|lend borrow|win lose|gain lose|save spend|deposit withdraw|hire fire|love hate|like dislike|' +
  'accept reject|approve reject|agree disagree|true false|right wrong|correct incorrect|legal illegal|safe unsafe|safe dangerous|possible impossible|public private|internal external|input output|' +
  'male female|man woman|men women|boy girl|husband wife|mother father|mom dad|brother sister|king queen|son daughter|' +
  'day night|morning evening|today tomorrow|today yesterday|yesterday tomorrow|past future|ancient modern|always sometimes|cheap expensive|cheaper expensive|cheapest expensive|rich poor|strong weak|hard soft|hard easy|easy difficult|' +
  'advantages disadvantages|advantage disadvantage|pros cons|benefits drawbacks|benefits risks|strengths weaknesses|cause effect|causes effects|causes symptoms|ascending descending|vertical horizontal|inside outside|above below|over under|' +
  'formal informal|sync async|synchronous asynchronous|client server|frontend backend|my your|his her|con pro|profit loss|active passive|positive negative|arrive depart|arrival departure|won lost|alive dead|born die|employer employee|teacher student|parent child|plural singular'
)
  .split('|')
  .map((pair) => pair.split(' ') as [string, string]);

/** Words that may stand for each other; the first one stands for all. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    'buy purchase', 'car automobile', 'movie film', 'big large', 'small little', 'begin start commence', 'end finish', 'fix repair solve resolve', 'make create build', 'delete remove erase',
    'change modify alter edit update', 'picture image photo photograph', 'kid child children', 'fast quick rapid', 'phone cellphone smartphone', 'show display', 'way method', 'cost price', 'doctor physician',
    'job occupation profession', 'house home', 'sick ill', 'story tale', 'choose select pick', 'buddy friend', 'difference distinction', 'differ different', 'reason cause', 'happen occur', 'use utilize utilise', 'benefit advantage',
    'drawback disadvantage', 'important crucial essential', 'error mistake', 'learn study', 'work function', 'trip journey', 'error fault', 'summarize summarise', 'organize organise', 'color colour', 'center centre', 'favorite favourite',
    'laptop notebook', 'sign symptom', 'author writer', 'meal dish', 'begin launch', 'obtain acquire', 'inhabitant resident', 'definition define', 'vacation holiday',
  ].flatMap((group) => {
    const [first = '', ...others] = group.split(' ');
    return others.map((other): [string, string] => [other, first]);
  }),
);

/** Names that are other words in lower case: here the case must be the same. */
export const CASE_MATTERS = words(`
  polish turkey china march may august apple amazon java swift rust python go us it who nice reading mobile bill mark will rose frank jack art
  windows word excel access teams slack zoom oracle tesla target shell chase gap visa signal discord steam unity edge chrome safari opera gambia chile
`);

/** Words after which the places of two others decide the meaning. */
export const DIRECTIONS = words('from to into onto than before after over under above below against beats defeats for by');
