import { checkPrice } from './check-price.js';
import type { FoundPrice, Price, PriceBook, PriceQuery } from './price-book.js';
import { loadPublicPrices, type PublicPriceFinder } from './public-prices.js';

/** What a price book knows. */
export interface PriceBookOptions {
  /** Own prices by deployment id; they come first. */
  readonly deployments?: Readonly<Record<string, Price>>;
  /** Own prices by model id; they come second. */
  readonly models?: Readonly<Record<string, Price>>;
  /**
   * The public list, asked last; `false` for none.
   * @default the list bundled with `@pydantic/genai-prices`, loaded on first need
   */
  readonly publicPrices?: false | (() => Promise<PublicPriceFinder>);
  /** @default Date.now */
  readonly now?: () => number;
}

interface Memo {
  readonly found: FoundPrice | undefined;
  readonly until: number;
}

/** Milliseconds that an answer of the public list holds; a look-up takes 0.1 ms and more, and prices by the hour exist. */
const MEMO_MS = 600_000;

/** Model ids remembered; they are from the configuration, so that more of them are a mistake. */
const MAX_MEMOS = 1_000;

/**
 * Makes a price book.
 * @throws RangeError When an own price cannot be used.
 */
export function createPriceBook(options: PriceBookOptions = {}): PriceBook {
  const { deployments = {}, models = {}, publicPrices = loadPublicPrices, now = Date.now } = options;
  const ownDeployments = new Map(Object.entries(deployments));
  const ownModels = new Map(Object.entries(models));
  for (const [id, price] of ownDeployments) checkPrice(price, `deployment "${id}"`);
  for (const [id, price] of ownModels) checkPrice(price, `model "${id}"`);
  const memos = new Map<string, Memo>();
  let loading: Promise<PublicPriceFinder> | undefined;

  const ownPrice = ({ deployment, model }: PriceQuery): FoundPrice | undefined => {
    const byDeployment = deployment === undefined ? undefined : ownDeployments.get(deployment);
    if (byDeployment) return { price: byDeployment, source: 'deployment' };
    const byModel = ownModels.get(model);
    return byModel && { price: byModel, source: 'model' };
  };
  const memoOf = (query: PriceQuery) => {
    const memo = memos.get(memoKey(query));
    return memo && memo.until > now() ? memo : undefined;
  };
  const lookUp = async (query: PriceQuery, load: () => Promise<PublicPriceFinder>) => {
    loading ??= load();
    let find: PublicPriceFinder;
    try {
      find = await loading;
    } catch {
      // A list that cannot be loaded knows no price; the next question tries again.
      loading = undefined;
      return undefined;
    }
    const price = find(query.model, query.provider, now());
    const found: FoundPrice | undefined = price && { price, source: 'public' };
    if (memos.size >= MAX_MEMOS) memos.clear();
    memos.set(memoKey(query), { found, until: now() + MEMO_MS });
    return found;
  };

  return {
    find(query) {
      const known = ownPrice(query);
      if (known || publicPrices === false) return known;
      const memo = memoOf(query);
      return memo ? memo.found : lookUp(query, publicPrices);
    },
    peek: (query) => ownPrice(query) ?? memoOf(query)?.found,
    setDeploymentPrice(deployment, price) {
      if (price) checkPrice(price, `deployment "${deployment}"`);
      if (price) ownDeployments.set(deployment, price);
      else ownDeployments.delete(deployment);
    },
  };
}

function memoKey({ provider = '', model }: PriceQuery): string {
  return `${provider}\n${model}`;
}
