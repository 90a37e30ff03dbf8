/** Words that hold sentences together and say little of what a text is about. Lower case, plain apostrophes. */
export const FUNCTION_WORDS =
  "a an the and or nor as at by for from in into of off on onto out over per to up down with within without about above after again against among around before behind below beneath beside besides between beyond during except inside near outside past since through throughout till toward towards under until upon via " +
  "i me my mine myself you your yours yourself we us our ours ourselves who whom whose which what where when why how there here be am is are was were been being isn't aren't wasn't weren't i'm you're we're i've you've we've i'd you'd we'd i'll you'll we'll do does did doing done don't doesn't didn't have has had having haven't hasn't hadn't will would shall should can could may might must won't wouldn't shouldn't can't cannot couldn't " +
  "not no yes if then than too very just only also even ever never still yet already now once often always sometimes any anything anyone some something someone somebody every everything each either neither few many more most much less least lot lots own same several both all another other others one two ones get gets got getting go goes going went gone come comes came make makes made let let's put set like well really quite rather almost maybe perhaps thing things way ways back";

/** Words that point back to what was said before, or tie a clause to it. */
export const LINKING_WORDS =
  "this that these those it its it's he she they him her them his hers their theirs he's she's they're that's himself herself itself themselves such so because therefore thus hence however moreover furthermore besides meanwhile otherwise instead although though while whereas unless but consequently accordingly similarly likewise indeed nevertheless nonetheless former latter";

/** Words that answer, greet, thank or laugh, and claim nothing. */
export const FILLERS =
  'ok okay k kk lol lmao lmfao rofl haha hahaha hehe heh xd yeah yea yep yup yes ya nah nope no hi hey hello hiya yo sup bye goodbye cya gn gm gg ggwp wp ez glhf ty thx thanks tysm np pls plz please wow omg omfg wtf damn bruh bro lul kek pog poggers oof rip f fr ngl idk ikr smh brb afk same nice cool great awesome good morning night welcome congrats congratulations hmm hm uh um ah oh aw aww ugh eh meh yay woo lets go test testing ping bump first this agreed true facts based w l';
