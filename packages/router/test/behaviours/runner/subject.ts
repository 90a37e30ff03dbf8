import type { CaseCall } from '../dsl/case-action.js';
import type { CaseConfig } from '../dsl/case-config.js';

/** A call to perform, with what only the runner knows. */
export interface CallOrder {
  readonly kind: 'call' | 'upload' | 'count-tokens';
  readonly call: CaseCall;
  /** Of an upload: the fields of the form. */
  readonly upload?: Readonly<Record<string, unknown>> | undefined;
  /** Number of the repetition, from 0. */
  readonly repetition: number;
  /** One attempt only: the outcome tells how a failure is classified. */
  readonly classifyOnly: boolean;
  /** How often the reservation of an attempt is settled. */
  readonly settleTimes: number;
}

/** One attempt in neutral words. */
export interface AttemptOutcome {
  readonly dep: string;
  readonly key?: string | undefined;
  readonly status?: number | undefined;
  /** `ok`, or every neutral name of the failure's class. */
  readonly names: readonly string[];
  readonly outcome: string;
}

/** A failure in neutral words. */
export interface ErrorOutcome {
  /** Every neutral name it goes by: `AbortError`, `timeout`, `stream_idle`, … */
  readonly names: readonly string[];
  /** Every neutral name of its class. */
  readonly classNames: readonly string[];
  readonly status?: number | undefined;
  readonly message: string;
  /** Facts that it carries: `retryAfterMs`, `limit`, `limits`, `budgetId`, … Absent ones are not there. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What came of one call: plain data, so that it can come from another process. */
export interface CallOutcome {
  readonly status?: number | undefined;
  /** Text of the answer, or what had been streamed when it ended. */
  readonly text: string;
  readonly isStream: boolean;
  readonly finish?: string | null | undefined;
  readonly error?: ErrorOutcome | undefined;
  readonly servedBy?: string | undefined;
  readonly attempts: readonly AttemptOutcome[];
  readonly fallbacks?: number | undefined;
  /** `null` while a price is unknown. */
  readonly costNano?: number | null | undefined;
  readonly savedNano?: number | undefined;
  readonly usage?: Readonly<Record<string, number>> | undefined;
  readonly usageEstimated?: boolean | undefined;
  /** `MISS`, `HIT`, `SEMANTIC`, `SHARED`, `OFF`. */
  readonly cacheStatus?: string | undefined;
  readonly similarity?: number | undefined;
  readonly degraded?: boolean | undefined;
  readonly usageChunks: number;
  /** Milliseconds since the epoch by the machine's clock, with a fraction. */
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** When the caller aborted or broke off. */
  readonly leftAtMs?: number | undefined;
  /** Milliseconds of waits that the router chose. */
  readonly virtualWaitMs: number;
}

/** Where one subject of a budget stands. */
export interface BudgetReadout {
  readonly id: string;
  /** Value of the scope's label; empty for a budget of everybody. */
  readonly subject: string;
  /** Name of the window, such as `2026-11`. */
  readonly window: string;
  readonly spentNano: number;
  readonly reservedNano: number;
  readonly limitNano: number;
}

/** One row of the ledger in neutral words. */
export interface LedgerReadout {
  readonly dep: string;
  readonly outcome: string;
  readonly estimated: boolean;
  readonly nanoUsd: number;
  readonly status?: number | undefined;
  readonly class?: string | undefined;
}

/** What a deployment shows. */
export interface DeploymentReadout {
  readonly isCooling: boolean;
  readonly cooldownRemainingMs: number;
  readonly inflight: number;
  readonly failures: number;
  readonly rpmUsed: number;
  readonly tpmUsed: number;
  /** Every number about speed that is known. */
  readonly latencies: readonly number[];
}

/** Everything that a router shows of itself. */
export interface Readout {
  readonly deployments: Readonly<Record<string, DeploymentReadout>>;
  readonly degraded: boolean;
  readonly warnings: readonly string[];
  readonly hookCalls: number;
  readonly unhandledRejections: number;
  readonly budgets: readonly BudgetReadout[];
  readonly sweptReservations: number;
  readonly alerts: readonly { readonly budget: string; readonly percent: number }[];
  readonly ledger: readonly LedgerReadout[];
  readonly cacheWrites: number;
  readonly memoryEntries: number;
  readonly memoryBytes: number;
  readonly embedCalls: number;
}

/** One router under test. */
export interface Subject extends AsyncDisposable {
  run(order: CallOrder): Promise<CallOutcome>;
  advance(ms: number): Promise<void>;
  setClock(epochMs: number): Promise<void>;
  seedSpend(budget: string, usd: number): Promise<void>;
  setPrice(price: { readonly dep: string; readonly in: number; readonly out: number; readonly cachedIn?: number | undefined }): Promise<void>;
  charge(charge: { readonly budget: string; readonly nanoUsd: number; readonly times: number }): Promise<void>;
  sweep(): Promise<void>;
  /** Goes on with another configuration; its setting knows the base URLs of new deployments. */
  reload(setting: SubjectSetting): Promise<void>;
  readout(): Promise<Readout>;
}

/** What a subject is made of: plain data, so that another process can make it. */
export interface SubjectSetting {
  readonly config: CaseConfig;
  /** Base URL of every deployment id. */
  readonly baseUrls: Readonly<Record<string, string>>;
  readonly redisUrl?: string | undefined;
}

/** Turns neutral names into one router's. */
export interface Adapter {
  /**
   * Makes a router in this process.
   * @throws {@link ConfigRefused} when the router does not accept the configuration.
   */
  start(setting: SubjectSetting): Promise<Subject>;
  /** Makes a router in a process of its own. */
  startProcess(setting: SubjectSetting): Promise<SubjectProcess>;
}

/** A router in another process. */
export interface SubjectProcess extends Subject {
  /** Ends the process as `kill -9` does. */
  kill(): Promise<void>;
}

/** The configuration was refused; `paths` says where, in the words of the case and of the router. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  readonly paths: readonly string[];

  constructor(paths: readonly string[], message: string) {
    super(message);
    this.paths = paths;
  }
}
