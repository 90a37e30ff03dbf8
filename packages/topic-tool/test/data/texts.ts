/** A text, topics it must have among the first ones (in any order), and topics it must not have. */
export interface Example {
  readonly name: string;
  readonly text: string;
  /** Must all be among as many first topics as `within` says. */
  readonly topics: readonly string[];
  readonly within: number;
  readonly never?: readonly string[];
}

export const EXAMPLES: readonly Example[] = [
  {
    name: 'news on interest rates',
    text: 'The European Central Bank raised interest rates on Thursday. Interest rates in the euro area are now at 4 percent. Christine Lagarde, the president of the European Central Bank, said inflation remained too high. Economists expect that higher interest rates will slow inflation but also economic growth.',
    topics: ['European Central Bank', 'interest rates'],
    within: 2,
    never: ['Thursday', 'percent', '4', 'Bank', 'rates'],
  },
  {
    name: 'news on a vaccine',
    text: 'Dr. Smith of the University of Oxford led the vaccine trial. The vaccine, which Dr. Smith developed with AstraZeneca, protects against malaria. Malaria kills 400,000 people a year. The World Health Organization welcomed the malaria vaccine.',
    topics: ['Dr. Smith', 'University of Oxford', 'World Health Organization', 'malaria'],
    within: 6,
    never: ['people', 'year', 'Smith'],
  },
  {
    name: 'an argument about taxes',
    text: 'Taxes are too high. A tax on sugar would hurt poor families, and every tax we add makes food more expensive.',
    topics: ['tax'],
    within: 1,
    never: ['taxes', 'Taxes'],
  },
  {
    name: 'an unpunctuated transcript',
    text: 'so basically what happened is the city council voted to close the public library on main street and people are really upset because the library was the only place with free internet and now the kids have nowhere to go after school and the council says the budget is too small but they just spent two million on a new stadium so people think the stadium is more important to the council than the library',
    topics: ['city council', 'public library', 'stadium'],
    within: 5,
    never: ['people', 'kids', 'million'],
  },
  {
    name: 'a chat message on a game',
    text: "Anyone tried the new Baldur's Gate expansion? The combat is so good",
    topics: ["Baldur's Gate", 'combat'],
    within: 4,
  },
  {
    name: 'a call for help with a link and a mention',
    text: 'My GPU keeps crashing when I open Blender, drivers are up to date. Any idea? https://example.com/log?id=abc123def @mike',
    topics: ['GPU', 'Blender', 'drivers'],
    within: 4,
    never: ['mike', 'example', 'log', 'abc123def', 'date', 'idea'],
  },
  {
    name: 'an argument on diets',
    text: 'Vegan diets reduce greenhouse gas emissions. Greenhouse gas emissions from livestock are a big part of global warming, and livestock needs land. If more people ate vegan diets, forests could grow back.',
    topics: ['greenhouse gas emissions', 'Vegan diets', 'livestock'],
    within: 4,
  },
  {
    name: 'a headline in capitals',
    text: 'CLIMATE CHANGE IS REAL AND CLIMATE CHANGE IS HERE',
    topics: ['CLIMATE CHANGE'],
    within: 1,
    never: ['REAL', 'HERE'],
  },
  {
    name: 'debate on health insurance',
    text: 'Health insurance is too expensive for families. We need public health insurance because private insurers only care about profits. My opponent voted against health insurance for children three times.',
    topics: ['health insurance'],
    within: 1,
    never: ['times', 'opponent voted'],
  },
  {
    name: 'sport',
    text: 'Arsenal beat Chelsea 3-1 on Saturday. Bukayo Saka scored twice for Arsenal, and Chelsea had a goal disallowed. Saka has now scored in five games. The Arsenal manager praised Saka after the match.',
    topics: ['Arsenal', 'Bukayo Saka', 'Chelsea'],
    within: 3,
    never: ['Saturday', 'Saka'],
  },
  {
    name: 'technology',
    text: 'Machine learning models need training data. If the training data is biased, machine learning repeats the bias. Researchers at MIT tested machine learning systems for face recognition and found large errors.',
    topics: ['machine learning', 'training data', 'MIT'],
    within: 5,
  },
  {
    name: 'history',
    text: 'The Battle of Hastings was fought in 1066. William of Normandy defeated King Harold at the Battle of Hastings, and Normandy ruled England.',
    topics: ['Battle of Hastings', 'William of Normandy'],
    within: 3,
    never: ['1066', 'Battle', 'Hastings'],
  },
  {
    name: 'names with initials and ampersands',
    text: 'The U.S. government sued AT&T last year. Lawyers for J.K. Rowling also sued a publisher in the U.S. this week.',
    topics: ['U.S.', 'J.K. Rowling'],
    within: 5,
    never: ['J', 'K', 'week', 'year'],
  },
  {
    name: 'a name with a number',
    text: 'COVID-19 closed schools across Nicaragua. After COVID-19, many schools never opened again.',
    topics: ['COVID-19', 'schools', 'Nicaragua'],
    within: 3,
    never: ['19'],
  },
  {
    name: 'short and full name of a person',
    text: 'Merkel met the ministers in Berlin. Later Angela Merkel spoke to the press. Reporters asked Merkel about pensions, and Merkel promised a law on pensions.',
    topics: ['Angela Merkel', 'pensions'],
    within: 3,
    never: ['Merkel'],
  },
  {
    name: 'cooking',
    text: 'For the sourdough bread you need a sourdough starter, flour and salt. Feed the starter the night before. Bake the sourdough bread in a hot oven until the crust is dark.',
    topics: ['sourdough bread'],
    within: 2,
    never: ['night', 'need'],
  },
  {
    name: 'an argument on guns',
    text: "Gun control doesn't stop criminals. Criminals don't follow gun laws. Gun control only takes guns from honest people, and that is why gun control fails in Chicago.",
    topics: ['Gun control', 'criminals'],
    within: 3,
    never: ['people', 'honest people'],
  },
  {
    name: 'religion',
    text: 'The Catholic Church teaches that life is sacred. Pope Francis repeated this in Rome, and bishops of the Catholic Church across Europe agreed with Pope Francis.',
    topics: ['Catholic Church', 'Pope Francis'],
    within: 2,
  },
  {
    name: 'a film review',
    text: 'The cinematography is stunning and the soundtrack by Hans Zimmer is even better. Sadly the screenplay is weak, the dialogue wooden. See it for the cinematography.',
    topics: ['cinematography', 'Hans Zimmer'],
    within: 2,
    never: ['See', 'better'],
  },
  {
    name: 'hashtags',
    text: 'Great turnout at the #ClimateStrike today! #ClimateStrike brought 5,000 students to the park.',
    topics: ['ClimateStrike', 'students'],
    within: 4,
    never: ['5', '000', 'today'],
  },
  {
    name: 'lines wrapped in the middle of a phrase',
    text: 'After many years of planning the city will rebuild the railway\nstation next to the river, and for the first time the railway\nstation will get four platforms for trains.',
    topics: ['railway station'],
    within: 2,
  },
  {
    name: 'one word',
    text: 'pizza',
    topics: ['pizza'],
    within: 1,
  },
  {
    name: 'singular and plural of irregular nouns',
    text: 'Fishermen here lose their boats. A fisherman without a boat has no income, and no fisherman wants charity.',
    topics: ['fisherman'],
    within: 2,
    never: ['Fishermen', 'fishermen'],
  },
];
