import type { Awaitable } from '../budget/awaitable.js';

/** USD per million tokens. A missing kind costs what ordinary input costs. */
export interface PriceRates {
  readonly in: number;
  readonly out: number;
  readonly cachedIn?: number;
  readonly cacheWrite?: number;
}

/** Prices for prompts up to a size. A missing rate is the base's, never zero. */
export interface PriceTier extends Partial<PriceRates> {
  /** Largest prompt, in tokens; `null` for all larger ones. */
  readonly upToPrompt: number | null;
}

/** Price of a model. The first tier whose `upToPrompt` is not below the prompt prices every token of the request. */
export interface Price extends PriceRates {
  readonly tiers?: readonly PriceTier[];
  /** USD for each request, on top. */
  readonly perRequest?: number;
}

/** What is to be priced. */
export interface PriceQuery {
  /** Deployment id: its own price comes first. */
  readonly deployment?: string;
  /** Provider id, such as `openai`; narrows the public price list. */
  readonly provider?: string;
  /** Model id as sent upstream. */
  readonly model: string;
}

/** A price and where it is from. */
export interface FoundPrice {
  readonly price: Price;
  readonly source: 'deployment' | 'model' | 'public';
}

/** Prices of deployments and models: own ones first, then the bundled public list. No network. */
export interface PriceBook {
  /** `undefined` when nobody knows: what follows (refuse, default, allow) is the caller's policy. */
  find(query: PriceQuery): Awaitable<FoundPrice | undefined>;
  /** Like `find`, at once: own prices and public ones found before. `undefined` also means "not looked up yet". */
  peek(query: PriceQuery): FoundPrice | undefined;
  /** Sets or replaces the price of a deployment; the next estimate uses it. */
  setDeploymentPrice(deployment: string, price: Price | undefined): void;
}
