import type { Transport } from './attempt/transport.js';
import type { Embed } from './cache/semantic/embed.js';
import type { Clock } from './clock.js';
import type { SecretLookup } from './config/parse-router-config.js';
import type { Stores } from './create-stores.js';
import type { RequestOptions } from './flow/request-options.js';
import type { LedgerSink } from './ledger/ledger.js';
import type { StrategyFunction } from './strategies/strategy.js';
import type { RouterHooks } from './trace/hooks.js';

/** What a router works with. Everything has a default; tests and simulations bring their own. */
export interface RouterDependencies {
  /** The parts of time that are not this machine's. With `now` and without `monotonic`, durations follow `now`. */
  readonly clock?: Partial<Clock>;
  /** From 0 to below 1. @default Math.random */
  readonly random?: () => number;
  /** How providers are reached. @default one undici agent for each deployment, without `fetch`'s own cost */
  readonly fetch?: typeof globalThis.fetch;
  /** Sends in place of the SDK; `fetch` is then not used. */
  readonly transport?: Transport;
  /** Input tokens of a request, as an upper bound. @default a count by characters, with a margin */
  readonly estimateTokens?: (params: Readonly<Record<string, unknown>>, options: RequestOptions) => number;
  readonly hooks?: RouterHooks;
  /** Strategies by name, besides those of the router. */
  readonly strategies?: Readonly<Record<string, StrategyFunction>>;
  /** Looks up `env:NAME`. @default the process environment and `.env`, through `@discord-intelligence/config` */
  readonly environment?: SecretLookup;
  /** Embeds texts for the semantic cache. @default the group `cache.semantic.model` */
  readonly embed?: Embed;
  /** Gets every ledger row as it is closed. */
  readonly ledgerSink?: LedgerSink;
  /** State of its own, shared with others; the router then does not close it. @default made from the configuration */
  readonly stores?: Stores;
}
