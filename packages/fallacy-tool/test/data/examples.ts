import type { FallacyType } from '@discord-intelligence/response-models';

/** Sentences of our own for one fallacy: some that commit it, some that look like it and are sound. */
export interface Examples {
  readonly commits: readonly string[];
  readonly sound: readonly string[];
}

/** Examples by the fallacy that they commit or resemble. */
export const EXAMPLES: Readonly<Partial<Record<FallacyType, Examples>>> = {
  ad_hominem: {
    commits: [
      'My opponent is a crook, so his tax plan must be wrong.',
      "You're wrong because you're stupid.",
      "Don't listen to her, she's a liar.",
      'What would a college dropout know about economics?',
      'He is a convicted criminal, so why should we listen to his views on housing?',
      "you are an idiot and so is your argument",
    ],
    sound: [
      "You don't know what you've got till it's gone.",
      'The senator was convicted of fraud last year.',
      'You are wrong because the figures were revised in March.',
      'My neighbour is a lawyer, so she explained the contract to us.',
      "I think you're mistaken about the date.",
    ],
  },
  tu_quoque: {
    commits: [
      'How can you tell me to quit smoking when you smoke a pack a day?',
      "You say I should recycle, but you don't do it yourself.",
      'Look who is talking, you were late yesterday too.'.replace('who is', "who's"),
      'You did the same thing last year, so why are you complaining?',
    ],
    sound: ['You did well yesterday too.', 'How can I help you when the shop is closed?', 'She said she would do it herself.'],
  },
  guilt_by_association: {
    commits: [
      'Hitler was a vegetarian too, so vegetarians cannot be trusted.',
      'That is just what the communists wanted.',
      "You sound like Stalin when you talk about taxes.",
      'He is friends with known criminals, so he must be one himself.',
    ],
    sound: ['Hitler invaded Poland in 1939.', 'Her friends are musicians and she plays the flute.', 'The communists lost the election.'],
  },
  genetic_fallacy: {
    commits: [
      'That idea came from a blog, so it must be false.',
      "You only believe that because you were raised in the church.",
      'The rule was invented by bureaucrats, so it is worthless.',
    ],
    sound: ['The idea came from a blog post about gardening.', 'The word comes from Latin.', 'You were raised in Leeds, so you know the town.'],
  },
  poisoning_the_well: {
    commits: [
      "Don't believe anything he says about the budget.",
      'Anyone who disagrees with this is obviously brainwashed.',
      'Only a fool would question the plan.',
      'Any sane person can see that the mayor is right.',
    ],
    sound: ['Anyone who disagrees can write to the committee.', 'I did not believe it until I saw the receipt.', 'Anyone can join the club.'],
  },
  appeal_to_authority: {
    commits: [
      'My doctor says vitamins cure colds, so it must be true.',
      'A famous actor drinks this tea, so it must be good for you.',
      "Trust me, I'm a doctor.",
      'Einstein believed in God, so God must exist.',
      'It must be true because my teacher said so.',
    ],
    sound: [
      'My doctor told me to rest for a week.',
      'According to the trial, the drug lowered blood pressure by ten points.',
      'Experts at the university measured the soil in twelve fields.',
      'The professor said the exam is on Monday.',
    ],
  },
  appeal_to_popularity: {
    commits: [
      'Everyone is buying this phone, so it must be the best.',
      'Everyone believes this so it must be true.',
      "Fifty million fans can't be wrong.",
      'All my friends are going, so I should be allowed to go too.',
      'It is the most popular brand, so it must be the best one.',
      'Most people think it is safe, so it must be safe.',
      'nobody else thinks that so you must be wrong',
    ],
    sound: [
      'Most people in the survey (62%) answered yes.',
      'Everyone was in the garden, so the house was quiet.',
      'The song is popular in Brazil.',
      'Everyone should bring a coat, so nobody gets cold.',
      'Millions of people live in the city.',
      'Not everyone agrees with the proposal.',
    ],
  },
  appeal_to_nature: {
    commits: [
      "It's all natural, so it must be good for you.",
      'Herbal tea is natural, so it is safe for everyone.',
      'Cloning is unnatural and therefore wrong.',
      'Vaccines are bad because they are full of chemicals.',
      'This is how nature intended us to eat.',
    ],
    sound: [
      'The park is a natural habitat for otters.',
      'Natural gas prices rose by four percent.',
      'Naturally, we were late.',
      'Nature reserves need volunteers.',
      'It is only natural to feel nervous before an exam.',
    ],
  },
  appeal_to_tradition: {
    commits: [
      "We've always done it this way, so there is no reason to change.",
      'Marriage has always been like this, so it should stay that way.',
      'People have used this remedy for centuries, so it must work.',
      'My grandparents did it like that, so it is good enough for me.',
      "That's just how it's always been.",
    ],
    sound: [
      'The museum has been open for centuries and needs a new roof.',
      "I've always been interested in birds.",
      'It is a tradition in our town to light lanterns in May.',
      'She has always been kind to us.',
    ],
  },
  appeal_to_novelty: {
    commits: ['This is the newest model, so it must be the best.', "It's better because it's new.", 'That theory is outdated, so it must be wrong.'],
    sound: ['The newest model has a larger battery.', 'We moved into a new flat in June.', 'The latest report is on page four.'],
  },
  appeal_to_fear: {
    commits: [
      'If we let them in, they will destroy our way of life.',
      'Unless you vote for me, your children will die in the streets.',
      'Do you want to be the next victim of a robbery? Then buy this alarm.',
      'If you elect him, we will all be killed.',
    ],
    sound: ['If you feel unwell, call a doctor.', 'The storm may reach the coast by noon, so stay indoors.', 'Smoking raises the risk of lung cancer.'],
  },
  appeal_to_force: {
    commits: [
      "Agree with me or you'll lose your job.",
      "If you don't support the plan, I'll make sure you are fired.",
      'You had better vote for the motion if you value your position here.'.replace('your position', 'your job'),
    ],
    sound: ['If you do not pay by Friday, a late fee of five euros is due.', 'You had better take an umbrella.', 'Sign here or send the form by post.'],
  },
  appeal_to_pity: {
    commits: [
      'Please give me a better grade, my dog died last week.',
      'I worked so hard on this essay, so I deserve an A.',
      "You can't fire me, my kids would starve.",
      'He should win the prize because he has had such a hard life.',
    ],
    sound: ['My dog died last week.', 'She worked hard and finished the report.', 'The charity feeds children in three districts.'],
  },
  appeal_to_ridicule: {
    commits: [
      "That's the most ridiculous thing I've ever heard.",
      'Do you also believe in unicorns?',
      'You might as well believe in Santa Claus.',
    ],
    sound: ['The clown was ridiculous and the children loved it.', 'She drew a unicorn for her sister.'],
  },
  appeal_to_anger: {
    commits: ['How dare they tell us what to eat!', 'We are sick and tired of being ignored, so vote them out.', 'It makes my blood boil that they got away with it.'],
    sound: ['He was angry about the delay.', 'The dog was tired after the walk.'],
  },
  appeal_to_positive_emotion: {
    commits: ['Imagine how happy you will be in this car.', 'You deserve the best, so treat yourself to our cream.'],
    sound: ['The children were happy with the swings.', 'You deserve a rest after that shift.'],
  },
  appeal_to_worse_problems: {
    commits: [
      'Why worry about plastic straws when people are starving?',
      'There are bigger problems in the world than your parking ticket.',
      'You think that is bad? Some people have no homes at all.',
      'Be grateful you have a job, others have it much worse.',
    ],
    sound: ['Two people had worse injuries and were taken to hospital.', 'The council has a bigger budget this year.', 'Some people have no internet access at home.'],
  },
  whataboutism: {
    commits: [
      'But what about the scandals of the other party?',
      'Where was your outrage when the last government did it?',
      'You never complained when your own team cheated.',
    ],
    sound: ['What about dinner at eight?', 'What about you?', 'Where was the meeting held?'],
  },
  loaded_language: {
    commits: ['The sheeple will swallow anything.', 'The radical left and their fake news are ruining us.'],
    sound: ['The party announced its programme.', 'The news was read by a new presenter.'],
  },
  appeal_to_consequences: {
    commits: [
      "It can't be true, because then my life would be a lie.",
      'There must be a God, otherwise life would have no meaning.',
      'If that were true, the world would be a terrible place.',
    ],
    sound: ['If it rains, the match will be moved.', 'The bridge must be closed because the cables are worn.'],
  },
  straw_man: {
    commits: [
      "So you're saying we should let all criminals go free?",
      'So you think we should just leave the borders wide open?',
      'Environmentalists want to ban all cars and send us back to caves.',
      'You want everyone to be defenseless.',
    ],
    sound: [
      'So you are saying the meeting starts at five?',
      'You want the blue one, right?',
      'Environmentalists want stricter limits on nitrogen.',
    ],
  },
  red_herring: {
    commits: [
      'Instead of talking about my expenses, let us talk about the good schools we built.'.replace('let us', "let's"),
      'The real issue here is not pollution but how hard our workers try.',
    ],
    sound: ['…and that clue was not a red herring.', 'The issue of the magazine came out in May.', 'Let us talk about the budget first.'],
  },
  false_dilemma: {
    commits: [
      'Either we cut taxes or the economy collapses.',
      'You are either with us or against us.',
      'Either you support the war or you hate our soldiers.',
      'There are only two choices: obey or leave the country.',
      "If you're not part of the solution, you're part of the problem.",
      'America: love it or leave it.',
      "either you love pizza or you have no taste",
    ],
    sound: [
      'You can pay either by card or in cash.',
      'Either of the two trains stops at Bath.',
      'Choose tea or coffee.',
      'We can meet on Monday or Tuesday.',
      'The light is either on or off.',
    ],
  },
  false_causality: {
    commits: [
      'I had breakfast and then it rained, so my breakfast caused the rain.',
      'I wore my lucky socks and we won the game.',
      'Crime rose after the new mayor took office, so the mayor must have caused it.',
      'Every time I wash my car it rains, so washing it must cause rain.',
      'She took the pill and felt better the next day, so the pill obviously cured her.',
    ],
    sound: [
      'After the rain stopped, we went out.',
      'The trial showed that the drug caused fewer headaches than the placebo.',
      'Correlation is not causation.',
      'The pipe burst, so the cellar was flooded.',
      'The frost killed the tomatoes.',
    ],
  },
  causal_oversimplification: {
    commits: [
      'The only reason crime is rising is video games.',
      'Unemployment is solely caused by immigration.',
      "If it weren't for the teachers, our children would be perfect.",
    ],
    sound: ['Rain was one of the reasons for the delay.', 'Several causes led to the crash.', 'The only shop in the village is closed.'],
  },
  slippery_slope: {
    commits: [
      'If we allow this, next thing you know the world will end.',
      "If we legalize marijuana, soon everyone will be addicted to heroin.",
      'First they ban plastic bags, then they will ban cars.',
      'If you skip one class you will fail the course and end up homeless.',
      'If we let students use calculators, before you know it nobody will be able to add.',
      'Where will it end?',
      'This is a slippery slope.',
    ],
    sound: [
      'If we leave now, we will catch the next train.',
      'The path was steep and slippery.',
      'If you heat water to 100 degrees, it boils.',
      'First peel the potatoes, then slice them.',
      'If it rains, the match will be moved to Friday.',
    ],
  },
  gamblers_fallacy: {
    commits: [
      'The coin came up heads five times in a row, so tails is due.',
      'I have lost ten hands, my luck has to change.',
      "We've had three girls, so the next one is bound to be a boy.",
      "I'm due for a win.",
    ],
    sound: ['The rent is due on Monday.', 'She won three times in a row.', 'The train is due to arrive at nine.'],
  },
  sunk_cost: {
    commits: [
      "We've already spent two million on the project, so we can't stop now.",
      "I've already paid for the ticket, so I have to go even though I am ill.",
      'We have come too far to quit now.',
      'They will have died in vain if we leave.',
    ],
    sound: ['We have already paid the bill.', 'The city spent two million on the bridge.', 'It is too late to call her now.'],
  },
  hasty_generalization: {
    commits: [
      'I met two rude Parisians, so everyone in Paris must be rude.',
      'My neighbour is a bad driver, so all women must be bad drivers.',
      'All politicians are liars.',
      'Teenagers are all lazy.',
      'I tried one Thai dish and hated it, so all Thai food is terrible.',
      'every politician i have ever met was corrupt',
    ],
    sound: [
      'All squares are rectangles.',
      'All students are invited to the talk.',
      'Some politicians are corrupt.',
      'All of the lights were on.',
      'All men are mortal.',
      'In a sample of 4,000 voters, 52 percent preferred the bill.',
    ],
  },
  anecdotal_evidence: {
    commits: [
      'My grandfather smoked all his life and lived to 95.',
      'I know a guy who was cured by crystals.',
      'It worked for me, so it must work for everyone.',
      "I never wore a seat belt and I'm still here.",
    ],
    sound: ['My grandfather lived in Cork.', 'I know a good baker.', 'My aunt works at the hospital.'],
  },
  cherry_picking: {
    commits: [
      'It snowed in April, so much for global warming.',
      'Just look at this one study, it proves that sugar is harmless; ignore the rest.',
    ],
    sound: ['It snowed in April and the roads were closed.', 'One study found a small effect, and three did not.'],
  },
  texas_sharpshooter: {
    commits: ["Three towers and three storms: that can't be a coincidence.", 'There are too many coincidences here.'],
    sound: ['By coincidence, we took the same train.', 'The knitting pattern is on page two.'],
  },
  circular_reasoning: {
    commits: [
      "It's true because I said so.",
      'The Bible is true because the Bible says it is the word of God.',
      'He is honest because he says so.',
      'Whatever he says is right, because he is always right.',
    ],
    sound: [
      'The road is closed because the bridge is being repaired.',
      'I like the film because it is funny.',
      'The match was cancelled because it rained.',
    ],
  },
  equivocation: {
    commits: ['Evolution is only a theory.', 'Laws imply a lawgiver, and there are laws of nature.'],
    sound: ['The theory of gravity explains the orbit.', 'The law was passed in 2010.'],
  },
  false_analogy: {
    commits: [
      'Banning guns is like banning cars because people crash them.',
      'If we can put a man on the moon, we can end poverty.',
      'Employees are like nails: they must be hit on the head to work.',
      'Taxation is theft.',
    ],
    sound: ['The soup tastes like the one my mother made.', 'It looks like rain.', 'Cats are like dogs in that both are mammals.'],
  },
  composition_division: {
    commits: [
      'Every player on the team is excellent, so the team must be excellent.',
      'The orchestra is the best in the world, so each of its musicians must be the best.',
      'Atoms are invisible and the table is made of atoms, so the table must be invisible.',
    ],
    sound: ['Every player trained on Sunday.', 'The table is made of oak.', 'The team won, so the players celebrated.'],
  },
  no_true_scotsman: {
    commits: ['No true Scotsman puts sugar on his porridge.', 'Real men do not cry.'.replace('do not', "don't"), 'He is not a real American if he does not stand for the anthem.'],
    sound: ['The real reason is on page two.', 'It was a true story about a man from Fife.'],
  },
  loaded_question: {
    commits: [
      'Have you stopped beating your wife?',
      'When will you stop lying to the voters?',
      'Why do you hate freedom?',
      'How can you support such a corrupt man?',
    ],
    sound: [
      'How can you make a good pizza at home?',
      'Why do you prefer tea?',
      'When will you arrive?',
      'Have you finished the report?',
      'How can we support the new members?',
    ],
  },
  appeal_to_ignorance: {
    commits: [
      'No one has ever proven that ghosts do not exist, so they must be real.',
      'Nobody can prove that he is guilty, so he is innocent of everything.',
      "You can't prove that aliens aren't visiting us.",
      'There is no evidence that it is harmful, so it must be safe.',
    ],
    sound: [
      'There is no evidence of a break-in.',
      'No one has seen the film yet.',
      'We found no proof of payment in the file.',
      'Scientists have not yet found the cause, so they will repeat the test.',
    ],
  },
  burden_of_proof: {
    commits: ['I say the moon is hollow; prove me wrong.', 'Unless you can prove otherwise, my theory stands.'],
    sound: ['The prosecution has to prove the charge.', 'Please show proof of address.'],
  },
  personal_incredulity: {
    commits: [
      "I can't imagine how the eye could have evolved, so it must have been designed.",
      'I find it hard to believe that we landed on the moon.',
      'There is no way that the pyramids were built by hand.',
    ],
    sound: ["I can't imagine a better birthday.", 'There is no way out of the valley in winter.', 'I do not understand the second question.'],
  },
  middle_ground: {
    commits: [
      'One says the earth is round, the other says it is flat, so the truth must lie somewhere in the middle.',
      'Both sides have a point, so a compromise must be right.',
    ],
    sound: ['We met in the middle of the bridge.', 'The two parties reached a compromise on Friday.'],
  },
  special_pleading: {
    commits: [
      "The rules don't apply to me.",
      'I know the speed limit is 50, but I was in a hurry.',
      "It's fine when I do it.",
    ],
    sound: ['The rules apply to all members.', 'The speed limit is 50 here.', 'It is fine when it is cooked.'],
  },
  moving_goalposts: {
    commits: ["Okay, he passed the test, but that doesn't count.", "Fine, but that's not enough, now you also need to show it works on children."],
    sound: ['She counted the votes twice.', 'We need two more chairs.'],
  },
  nirvana_fallacy: {
    commits: [
      "Seat belts won't save everyone, so they are pointless.",
      'People will still drive drunk, so why bother with checks?',
      "The vaccine isn't perfect, so there is no point in taking it.",
    ],
    sound: ['The vaccine is not perfect, but it halves the risk.', 'The alarm did not work.', 'People will still be able to park here.'],
  },
};
