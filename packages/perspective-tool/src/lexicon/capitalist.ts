import type { StandpointLexicon } from './standpoint-lexicon.js';

export const CAPITALIST: StandpointLexicon = {
  standpoint: 'capitalist',
  frames: [
    {
      shows: 'trusts markets and enterprise to make people better off',
      unmistakable: [
        'free enterprise', 'free market (capitalism|system|economy|solutions|principles|competition|economics)',
        'capitalism (has lifted|has made|has given|has raised|has created|works|lifts|lifted|rewards|creates|made|raised|remains|delivers)',
        'the profit motive (drives|is|works|rewards)', 'a rising tide lifts all boats', 'wealth creator(s)', 'job creator(s)',
        'unleash (the |)(markets|market|private sector|entrepreneurs|business|growth|enterprise)',
        'lifted (millions|billions) out of poverty', 'markets (work|know best|allocate|deliver)', 'let the market decide',
        'the market (decides|should decide|will decide|knows best|will sort)',
      ],
      telling: [
        'free market(s)', 'market forces', 'market based', 'market discipline',
        'private (ownership|initiative|investment|capital|property)', 'wealth creation', 'create(s) wealth', 'creating wealth',
        'capital formation', 'open markets', 'pro business', 'business friendly', 'invisible hand', 'milton friedman', 'supply side',
        'ownership society', 'price signals', 'efficient markets', 'entrepreneurial spirit', 'creative destruction', 'private enterprise',
        'shareholder value', 'profit is (a|the|not|what)', 'capital (leaves|flows|flees|goes)', 'made something people want',
        'serve(s|) (the |)customer(s)', '(businesses|entrepreneurs|companies) (create|creates|build|builds|drive|innovate|take|compete)',
        'economic freedom', 'the private sector (can|does|is|will|creates)', 'invest(ors|ment) (and|in) (growth|jobs|innovation|business)',
        'venture capital', 'greed is good',
      ],
      hints: [
        'market economy', 'private sector', 'profit motive', 'profitable', 'competition', 'competitive(ness)', 'entrepreneur(s|ship|ial)',
        'innovat(e|ion|ors|ive)', 'economic growth', 'create jobs', 'creates jobs', 'job creation', 'investors', 'investment',
        'return on investment', 'incentive(s)( to work| to invest|)', 'reward(s|ing|)( hard work| risk| effort)', 'risk taking',
        'consumer choice', 'supply and demand', 'free trade', 'small business owners', 'business owners', 'prosperity', 'productivity',
        'adam smith', 'meritocra(cy|tic)', 'self made', 'property rights', 'privati(z|s)(e|ation|ing|ed)', 'capitalism', 'profit(s)',
        'capital', 'markets', 'business(es)', 'companies', 'customers', 'jobs', 'growth', 'wealth', 'trade', 'employers', 'invest',
        'market', 'costs', 'efficiency', 'success', 'risk', 'taxes', 'regulation', 'poverty',
      ],
    },
    {
      shows: 'sees taxes and rules as brakes on business',
      telling: [
        'deregulat(e|ion|ing)', 'burdensome regulation(s)', 'excessive regulation', '(over regulation|overregulation)', 
        'punish(es|ing|) success', 'anti business', 'stifl(e|es|ing) (innovation|growth|business|enterprise)',
        'strangl(e|ing) (business|growth)', 'government (interference|intervention|meddling)', 'labor market flexibility',
        'minimum wage (kills|destroys|costs)',
      ],
      hints: [
        'red tape', 'cut taxes', 'lower taxes', 'tax cuts', 'low taxes', 'corporate tax(es| rate| rates)', 'capital gains tax',
        'kill(s|ing|) jobs', 'crowd(s|ing|) out', 'cost of doing business', 'business climate',
      ],
    },
    {
      shows: 'names planners and redistribution in hostile terms',
      against: 'socialist',
      unmistakable: [
        'socialis(m|t) (always|has never|never|failed|fails|takeover|nightmare|utopia)', "socialism doesn't work", 'politics of envy',
        'creeping socialism', 'commie(s)',
      ],
      telling: [
        'central planning', 'marxist(s) (takeover|agenda|ideology)', 'moocher(s)', 'class envy', "other people's money",
        'redistribution(ist|ists)', 'collectivis(m|t|ts)', 'command economy', 'confiscat(e|ion|ory)', 'union bosses',
      ],
      hints: [
        'venezuela', 'free stuff', 'freeloader(s)', 'parasites', 'handouts', 'the takers', 'socialism',
      ],
    },
    {
      shows: 'speaks as a business owner or investor',
      unmistakable: [
        "(as|i am|i'm) a (proud |)capitalist", 'we capitalists', 'we (entrepreneurs|business owners|investors|employers)',
      ],
      telling: [
        'as (a|an) (business owner|entrepreneur|investor|employer)',
      ],
      hints: [
        'our shareholders', 'our customers',
      ],
    },
  ],
};
