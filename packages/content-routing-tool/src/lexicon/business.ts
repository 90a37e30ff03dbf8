import type { TypeLexicon } from './type-lexicon.js';

export const BUSINESS: TypeLexicon = {
  type: 'business',
  strong: [
    'quarterly (earnings|results|report|revenue|profit|sales)', '(first|second|third|fourth) quarter', 'earnings (call|per share|report)',
    'revenue(s)', 'net (income|profit|loss)', 'gross margin', 'profit margin(s)', 'operating (profit|income|margin|costs)',
    'year over year', 'year on year', 'market (share|cap|capitalization|capitalisation)', 'stock (price|market|exchange)', 'share price',
    'shares (rose|fell|closed|were|dropped|jumped|gained|surged|slid)', 'shareholder(s)', 'dividend(s)', 'ipo', 'merger(s)',
    'acquisition(s)', 'acquire(d|s)', 'takeover', 'hedge fund(s)', 'private equity', 'venture capital', 'startup(s)',
    'seed (round|funding)', 'series (a|b|c) (round|funding)', 'valuation', 'ceo', 'cfo', 'chief executive', 'chief financial officer',
    'board of directors', 'wall street', 'nasdaq', 'dow jones', 's p 500', 'ftse', 'bond(s) (yields|market)', 'treasury yields',
    'interest rate(s)', 'federal reserve', 'central bank', 'inflation', 'gdp', 'recession', 'supply chain(s)', 'logistics', 'retailer(s)',
    'e commerce', 'b2b', 'saas', 'customer (acquisition|retention|base)', 'cash flow', 'balance sheet', 'bankruptcy', 'layoffs',
    'laid off', 'analysts (expect|expected|said|at)', 'forecast', 'fiscal (year|quarter)', 'guidance', 'brand(s|ing)',
    'marketing (campaign|strategy|budget)', 'sales (team|rose|fell|growth|target|targets)', 'return on investment', 'roi',
    'business (model|plan|owner|owners)', 'entrepreneur(s|ship)', 'invest(or|ors|ment|ments)', 'portfolio', 'mortgage rates',
    'commodit(y|ies)', 'crude oil prices', 'exports', 'imports', 'tariff(s)', 'wholesale', 'franchise', 'pricing strategy', 'stakeholders',
    'kpi(s)', 'invoice(s)', 'procurement',
  ],
  plain: [
    'company', 'companies', 'business(es)', 'market(s)', 'sales', 'profit(s|able|)', 'price(s)', 'cost(s)', 'customer(s)', 'client(s)',
    'product(s)', 'service(s)', 'industry', 'firm(s)', 'corporate', 'corporation(s)', 'bank(s|ing|)', 'money', 'dollar(s)', 'euro(s)',
    'million', 'billion', 'percent', 'growth', 'grew', 'demand', 'supply', 'trade', 'economy', 'economic', 'financial', 'finance',
    'fund(s)', 'stock(s)', 'share(s)', 'debt', 'loan(s)', 'credit', 'tax', 'budget', 'spending', 'employer(s)', 'employee(s)', 'workers',
    'hiring', 'job(s)', 'manager(s)', 'management', 'executive(s)', 'strategy', 'deal(s)', 'contract(s)', 'partner(s|ship)', 'launch(ed)',
    'retail', 'store(s)', 'factory', 'manufactur(er|ers|ing)', 'supplier(s)', 'warehouse', 'delivery', 'real estate', 'rent', 'quarter',
    'annual', 'rose', 'fell', 'income', 'assets', 'capital', 'consumer(s)', 'advertising', 'team meeting', 'deadline', 'office',
  ],
};
