import type { BudgetDefinition, BudgetLabels } from './budget/budget-definition.js';
import type { BudgetAlert, BudgetKeeper } from './budget/budget-keeper.js';
import type { BudgetStore } from './budget/budget-store.js';
import { createBudgetKeeper } from './budget/create-budget-keeper.js';
import { type BudgetFailMode, createFailoverBudgetStore } from './budget/failover-budget-store.js';
import { createMemoryBudgetStore } from './budget/memory-budget-store.js';
import { createRedisBudgetStore, type RedisBudgetStoreOptions } from './budget/redis-budget-store.js';
import type { CooldownOptions } from './cooldown/cooldown-options.js';
import type { CooldownEvent, CooldownStore } from './cooldown/cooldown-store.js';
import { createMemoryCooldownStore } from './cooldown/memory-cooldown-store.js';
import { createRedisCooldownStore } from './cooldown/redis-cooldown-store.js';
import { createLedger, type LedgerOptions } from './ledger/create-ledger.js';
import type { Ledger } from './ledger/ledger.js';
import { createMemoryRateLimitStore } from './limits/memory-rate-limit-store.js';
import type { RateLimitStore } from './limits/rate-limit-store.js';
import { createRedisRateLimitStore } from './limits/redis-rate-limit-store.js';
import { createPriceBook, type PriceBookOptions } from './prices/create-price-book.js';
import type { Price, PriceBook } from './prices/price-book.js';
import { createRedisConnection, type RedisConnection, type RedisConnectionOptions } from './redis/redis-connection.js';
import { createRedisKeys } from './redis/redis-keys.js';
import { createTokenEstimator } from './tokens/create-token-estimator.js';
import type { TokenEstimator } from './tokens/token-estimator.js';

/** Redis and what is particular to it. */
export interface SharedStateOptions extends RedisConnectionOptions {
  /**
   * Begin of every key and channel.
   * @default 'di:router'
   */
  readonly keyPrefix?: string;
  /** Replicas that must have a reservation before it counts. */
  readonly replicas?: NonNullable<RedisBudgetStoreOptions['replicas']>;
}

/** What a router remembers, and where. */
export interface StoresOptions {
  /** Shared state; without it everything is kept in this process with the same semantics. */
  readonly redis?: SharedStateOptions;
  readonly budgets?: readonly BudgetDefinition[];
  /**
   * What happens to requests with a budget while Redis is away.
   * @default 'closed'
   */
  readonly budgetFailMode?: BudgetFailMode;
  /**
   * Processes that share Redis: while it is away each takes this fraction of limits and budgets.
   * @default 1
   */
  readonly expectedProcesses?: number;
  /**
   * Milliseconds after which the reservations of a dead process are closed.
   * @default 60_000
   */
  readonly leaseMs?: number;
  /**
   * Milliseconds that closed reservations are remembered: longer than the longest deadline.
   * @default 3_600_000 (1 hour)
   */
  readonly keepClosedMs?: number;
  /** See {@link BudgetKeeperOptions.tenantOf}. */
  readonly tenantOf?: (labels: BudgetLabels) => string;
  readonly onAlert?: (alert: BudgetAlert) => void;
  readonly cooldown?: CooldownOptions;
  readonly onCooldown?: (event: CooldownEvent) => void;
  readonly prices?: PriceBookOptions;
  readonly ledger?: LedgerOptions;
  /** @default by characters, exact with gpt-tokenizer on demand */
  readonly tokens?: TokenEstimator;
  /** @default Date.now */
  readonly now?: () => number;
  /** @default Math.random */
  readonly random?: () => number;
}

/** What a reload may change. */
export interface StoresChange extends Pick<StoresOptions, 'budgets' | 'cooldown'> {
  readonly deploymentPrices?: Readonly<Record<string, Price | undefined>>;
}

/** Everything that remembers. */
export interface Stores extends AsyncDisposable {
  readonly budgets: BudgetKeeper;
  /** Below the keeper, for tests and repairs. */
  readonly budgetStore: BudgetStore;
  readonly limits: RateLimitStore;
  readonly cooldowns: CooldownStore;
  readonly ledger: Ledger;
  readonly prices: PriceBook;
  readonly tokens: TokenEstimator;
  /** The shared connection, when there is one. */
  readonly redis: RedisConnection | undefined;
  /** Whether Redis is configured and away. */
  readonly isDegraded: boolean;
  /** Settlements that wait for Redis, and those given up. */
  readonly journal: { readonly pending: number; readonly dropped: number };
  /** Takes over a new configuration; counters, holds and cooldowns stay. A price of `undefined` is removed. @throws RangeError */
  reconfigure(change: StoresChange): void;
  /** Resolves when the first connection was made or has failed; at most about half a second. */
  ready(): Promise<void>;
  /** Waits for what is on its way, then closes the connection. */
  close(): Promise<void>;
}

/** Time limits of a command that a reservation may take where a budget fails closed: the answer of a model takes longer than all of them. */
const CLOSED_PATIENCE = 5;

/**
 * Makes all stores. Nothing is waited for; Redis is opened in the background.
 * @throws RangeError When an option cannot be used.
 */
export function createStores(options: StoresOptions = {}): Stores {
  const { redis, budgets: definitions = [], now = Date.now, random = Math.random, cooldown, onCooldown, prices, ledger, tokens = createTokenEstimator() } = options;
  const { budgetFailMode: mode = 'closed', expectedProcesses = 1, keepClosedMs, leaseMs, tenantOf, onAlert } = options;
  const connection = redis && createRedisConnection(redis);
  const keys = createRedisKeys(redis?.keyPrefix);
  const kept = keepClosedMs === undefined ? {} : { keepClosedMs };
  const board = { ...cooldown, now, random, ...(onCooldown && { onEvent: onCooldown }) };
  const failover = connection && createFailoverBudgetStore({
    shared: createRedisBudgetStore({ connection, keys, ...kept, ...(mode === 'closed' && { patience: CLOSED_PATIENCE }), ...(redis.replicas && { replicas: redis.replicas }) }),
    connection, mode, expectedProcesses, now, ...kept,
  });

  const budgetStore = failover ?? createMemoryBudgetStore({ now, ...kept });
  const stores: Stores = {
    budgetStore,
    budgets: createBudgetKeeper({
      store: budgetStore, definitions, now,
      ...(leaseMs !== undefined && { leaseMs }),
      ...(tenantOf && { tenantOf }),
      ...(onAlert && { onAlert }),
    }),
    limits: connection ? createRedisRateLimitStore({ connection, keys, expectedProcesses, now }) : createMemoryRateLimitStore({ now }),
    cooldowns: connection ? createRedisCooldownStore({ connection, keys, ...board }) : createMemoryCooldownStore(board),
    ledger: createLedger({ now, ...ledger }),
    prices: createPriceBook({ now, ...prices }),
    tokens,
    redis: connection,
    get isDegraded() {
      return connection?.isDegraded ?? false;
    },
    get journal() {
      return { pending: failover?.pending ?? 0, dropped: failover?.dropped ?? 0 };
    },
    reconfigure({ budgets, cooldown: nextCooldown, deploymentPrices = {} }) {
      if (budgets) stores.budgets.redefine(budgets);
      if (nextCooldown) stores.cooldowns.reconfigure(nextCooldown);
      for (const [deployment, price] of Object.entries(deploymentPrices)) stores.prices.setDeploymentPrice(deployment, price);
    },
    async ready() {
      await stores.cooldowns.ready();
    },
    async close() {
      await stores.budgets.close();
      await Promise.all([failover?.close(), stores.limits.close(), stores.cooldowns.close(), stores.ledger.close()]);
      await connection?.close();
    },
    [Symbol.asyncDispose]: () => stores.close(),
  };
  return stores;
}
