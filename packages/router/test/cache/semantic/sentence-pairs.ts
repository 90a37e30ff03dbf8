/** What a pair of sentences is. */
export type PairKind = 'paraphrase' | 'number' | 'name' | 'negation' | 'language' | 'quote' | 'word';

/** Two questions; only the answers of paraphrases may be exchanged. */
export interface SentencePair {
  readonly kind: PairKind;
  readonly first: string;
  readonly second: string;
}

/**
 * Written by hand for this test. Pairs of even index were looked at while the guards were made,
 * those of odd index only when they were done.
 */
export const SENTENCE_PAIRS: readonly SentencePair[] = read(`
# paraphrase
What is machine learning? Explain briefly. | What is machine learning? Explain it briefly.
What is the capital of France? | Tell me the capital of France, please.
How do I reset my password? | How can I reset my password?
how do i reset my password | What do I need to do to reset the password?
What's the tallest mountain in the world? | Which is the world's tallest mountain?
Who wrote Hamlet? | Who was it that wrote Hamlet?
How many planets are in the solar system? | How many planets does the solar system have?
What is photosynthesis? | Please explain photosynthesis.
Explain the theory of relativity. | Could you explain the theory of relativity?
What are the benefits of green tea? | What benefits does green tea have?
How do vaccines work? | Can you explain how vaccines work?
Give me a recipe for pancakes. | Please give me a pancake recipe.
What is the meaning of the word "serendipity"? | What does "serendipity" mean?
Is coffee good for health? | Is coffee good for my health?
How long does it take to boil an egg? | How long does an egg take to boil?
Ways to lose weight quickly | How can somebody shed pounds rapidly?
Why is the sky blue? | Why's the sky blue?
Why is the sky blue? | What makes the heavens appear in that colour by day?
How do I bake bread at home? | how do i bake bread at home?
What does HTTP stand for? | What does HTTP mean?
How do I install Python on Windows? | How can I install Python on Windows?
What is the boiling point of water? | Tell me the boiling point of water.
How old is the universe? | Do you know how old the universe is?
What causes thunder? | What is it that causes thunder?
What is a black hole? | What are black holes?
Recommend a good movie. | Can you recommend a good film?
How can I buy a car? | How do I purchase an automobile?
What is the fastest animal on earth? | Which animal on earth is the fastest?
Tips for a job interview | Give me some tips for a job interview, please
Can dogs eat apples? | can dogs eat apples
What is the population of Japan? | Tell me Japan's population.
When was the Eiffel Tower built? | When did they build the Eiffel Tower?
Summarize the plot of Romeo and Juliet. | Please summarise the plot of Romeo and Juliet.
Convert 10 miles to kilometres. | Please convert 10 miles to kilometres.
What is 15% of 200? | what is 15 % of 200
How do I fix a flat tire? | How can I repair a flat tire?
How do I change the color of a link in CSS? | How can I change the colour of a link in CSS?
Explain recursion to a beginner. | Please explain recursion to beginners.
What happens when we die? | What happens to us when we die?
How much sleep do adults need? | How much sleep does an adult need?
Where is the Great Barrier Reef? | Where is the Great Barrier Reef located?
What is the difference between a virus and a bacterium? | Explain the difference between a virus and a bacterium.
What's the best way to learn guitar? | What is the best way to learn the guitar?
Define inflation. | What is inflation?
How do airplanes fly? | How is it that airplanes fly?
How do I cook rice? | What is the way to cook rice?
How do I make my computer faster? | My computer is so slow, what will speed it up?
What is blockchain? | Could you tell me what blockchain is?
Was ist Photosynthese? | Bitte erkläre mir: Was ist Photosynthese?
Wie backe ich Brot? | Wie kann ich Brot backen?
Comment faire du pain ? | Comment est-ce que je peux faire du pain ?
What is the speed of light? | What's the speed of light?
How do I say thank you in Japanese? | How can I say thank you in Japanese?
Is it safe to eat raw eggs? | Is eating raw eggs safe?
How far is the moon from the earth? | How far is the earth from the moon?
# number
What is 15% of 200? | What is 15% of 300?
Convert 10 miles to kilometres. | Convert 12 miles to kilometres.
Write a poem with four lines. | Write a poem with five lines.
Give me 3 tips for a job interview. | Give me 5 tips for a job interview.
Who won the world cup in 2014? | Who won the world cup in 2018?
What happened on 11 September 2001? | What happened on 9 November 1989?
What is 7 times 8? | What is 7 times 9?
Summarise this in 100 words. | Summarise this in 1000 words.
What is 3.5 squared? | What is 35 squared?
Is 17 a prime number? | Is 51 a prime number?
How do I make pizza for two people? | How do I make pizza for eight people?
What is the second law of thermodynamics? | What is the third law of thermodynamics?
What was the population in 1990? | What was the population in 1890?
Remind me at 10:30 tomorrow. | Remind me at 11:30 tomorrow.
What is the square root of 144? | What is the square root of 169?
Divide 10 by 5. | Divide 5 by 10.
Explain article 5 of the treaty. | Explain article 6 of the treaty.
How many cups are in 2 litres? | How many cups are in 3 litres?
# name
What is the capital of France? | What is the capital of Spain?
what is the capital of france | what is the capital of spain
Who wrote Hamlet? | Who wrote Faust?
Is Paris bigger than London? | Is London bigger than Paris?
What is the weather in Berlin? | What is the weather in Bern?
Translate this to French. | Translate this to German.
translate this to french | translate this to german
How do I install Python on Windows? | How do I install Python on Linux?
Tell me about Michael Jordan. | Tell me about Michael Jackson.
What did Einstein discover? | What did Newton discover?
When was Apple founded? | When was Amazon founded?
What is the history of Polish? | What is the history of polish?
Where can I buy a Turkey flag? | Where can I buy a turkey flag?
Compare Java and Python. | Compare Java and Go.
How tall is Tom? | How tall is Tim?
Who is the president of Brazil? | Who is the president of Chile?
How do I fly from Rome to Madrid? | How do I fly from Madrid to Rome?
What is Anna's opinion of Ben? | What is Ben's opinion of Anna?
Give me the latest news about Tesla. | Give me the latest news about Toyota.
List the kings of Denmark. | List the kings of Norway.
# negation
Why should I drink coffee in the morning? | Why should I not drink coffee in the morning?
Translate to French: the cat sleeps | Do not translate to French: the cat sleeps
Which foods contain gluten? | Which foods do not contain gluten?
Give me recipes with nuts. | Give me recipes without nuts.
Is it legal to park here? | Isn't it legal to park here?
What can I eat on a keto diet? | What can't I eat on a keto diet?
Tell me a joke. | Don't tell me a joke.
Which animals lay eggs? | Which animals never lay eggs?
Who likes this plan? | Nobody likes this plan, who does?
Write a text using the letter e. | Write a text without using the letter e.
Can I take ibuprofen with alcohol? | Can I take ibuprofen without alcohol?
Which planets have moons? | Which planets have no moons?
When should you call a doctor? | When should you not call a doctor?
Explain why the plan works. | Explain why the plan doesn't work.
Welche Tiere können fliegen? | Welche Tiere können nicht fliegen?
Quels animaux peuvent voler ? | Quels animaux ne peuvent pas voler ?
# language
What is the meaning of life? | Was ist der Sinn des Lebens?
How do I bake bread? | Wie backe ich Brot?
Tell me a joke. | Raconte-moi une blague.
What is photosynthesis? | ¿Qué es la fotosíntesis?
Good morning, how are you? | Buongiorno, come stai?
Who are you? | Кто ты?
What time is it? | 今何時ですか
Where is the station? | Où est la gare ?
Thank you for your help. | Danke für deine Hilfe.
Explain gravity to me. | Erkläre mir die Schwerkraft.
What is love? | Wat is liefde?
Write a poem about the sea. | Escribe un poema sobre el mar.
# quote
What does "serendipity" mean? | What does "ephemeral" mean?
Who said "I think, therefore I am"? | Who said "God is dead"?
Spell the word 'accommodate'. | Spell the word 'embarrass'.
Translate to French: the cat sleeps | Translate to French: the dog sleeps
Translate to German: good morning | Translate to German: good night
Correct this sentence: he go to school | Correct this sentence: she go to school
What does \`git rebase\` do? | What does \`git reset\` do?
Is the sentence “he runs” correct? | Is the sentence “he run” correct?
Summarise https://example.org/a | Summarise https://example.org/b
What is wrong with \`x == 1\`? | What is wrong with \`x = 1\`?
Classify the mood: I love this | Classify the mood: I hate this
Rewrite politely: give me the money | Rewrite politely: give me the report
What did @alice say about it? | What did @bob say about it?
Explain the proverb «no pain, no gain» | Explain the proverb «easy come, easy go»
# word
How do I cancel my order? | How do I return my order?
What is a cat? | What is a dog?
How do I enable two-factor login? | How do I disable two-factor login?
What are the advantages of nuclear power? | What are the disadvantages of nuclear power?
How do I freeze my card? | How do I unfreeze my card?
What is the highest mountain in Europe? | What is the lowest mountain in Europe?
The dog bites the man. What happens next? | The man bites the dog. What happens next?
Convert euros to dollars. | Convert dollars to euros.
Write a formal letter of complaint. | Write an informal letter of complaint.
Explain quantum physics to a child. | Explain quantum physics to a professor.
Is it safe to eat raw eggs? | Is it safe to eat raw chicken?
When did the war begin? | When did the war end?
When did the war begin? | Where did the war begin?
How do I encrypt a file? | How do I decrypt a file?
What is your name? | What is my name?
Explain recursion briefly. | Explain recursion in great detail.
Write a poem about the sea. | Write a story about the sea.
How do I raise the volume? | How do I lower the volume?
Should I buy or rent a house? | Should I buy or sell a house?
How can I top up by card? | How can I top up by cheque?
My card was stolen, what now? | My card was swallowed, what now?
Why was my payment declined? | Why was my payment reverted?
What should I do before surgery? | What should I do after surgery?
What is the cheapest phone? | What is the best phone?
List the symptoms of flu. | List the causes of flu.
What are pros of working from home? | What are cons of working from home?
How do plants make oxygen? | How do plants make sugar?
Describe the left side of the picture. | Describe the right side of the picture.
Is the shop open today? | Is the shop open tomorrow?
What do cows drink? | What do cows eat?
Sort the list ascending. | Sort the list descending.
How do I sync my calendar? | How do I share my calendar?
Who can vote? | Who can run for office?
How do I mute a member of the server? | How do I ban a member of the server?
Write a haiku about winter rain. | Write a haiku about summer rain.
`);

function read(text: string): SentencePair[] {
  let kind: PairKind = 'paraphrase';
  const pairs: SentencePair[] = [];
  for (const line of text.trim().split('\n')) {
    if (line.startsWith('# ')) {
      kind = line.slice(2) as PairKind;
      continue;
    }
    const [first = '', second = ''] = line.split(' | ');
    pairs.push({ kind, first, second });
  }
  return pairs;
}
