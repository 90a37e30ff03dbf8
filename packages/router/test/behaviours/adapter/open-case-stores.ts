import type { BudgetHold, BudgetKeeper, HoldOutcome } from '../../../src/budget/budget-keeper.js';
import type { RouterConfigInput } from '../../../src/config/router-config.js';
import type { Stores } from '../../../src/create-stores.js';
import type { RouterDependencies } from '../../../src/router-dependencies.js';
import { storesFor } from '../../../src/stores-for.js';

import type { CallContexts } from './call-context.js';

/**
 * The router's own stores, opened here so that a case can look into them and settle a
 * reservation more often than the router would.
 *
 * @throws `RouterConfigError` when the configuration cannot be used.
 */
export function openCaseStores(input: RouterConfigInput, dependencies: RouterDependencies, contexts: CallContexts): Stores {
  const stores = storesFor(input, dependencies);
  const budgets: BudgetKeeper = Object.create(stores.budgets, {
    reserve: {
      value: (request: Parameters<BudgetKeeper['reserve']>[0]) => {
        const times = contexts.getStore()?.settleTimes ?? 1;
        const outcome = stores.budgets.reserve(request);
        if (times === 1) return outcome;
        return isPromise(outcome) ? outcome.then((each) => settledOften(each, times)) : settledOften(outcome, times);
      },
    },
  }) as BudgetKeeper;
  // On top of the real ones: getters and everything else stay theirs.
  return Object.create(stores, { budgets: { value: budgets } }) as Stores;
}

function settledOften(outcome: HoldOutcome, times: number): HoldOutcome {
  if (!outcome.ok) return outcome;
  const { hold } = outcome;
  const often: BudgetHold = Object.create(hold, {
    settle: {
      value: async (actualNano: number) => {
        let last = await hold.settle(actualNano);
        for (let count = 1; count < times; count += 1) last = await hold.settle(actualNano);
        return last;
      },
    },
  }) as BudgetHold;
  return { ok: true, hold: often };
}

function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return value instanceof Promise;
}
