import { BUDGET_WINDOWS, type BudgetDefinition, type BudgetLabels, DEFAULT_ALERTS } from './budget-definition.js';
import type { BudgetLine } from './budget-store.js';
import { type CalendarWindow, createCalendar } from './budget-window.js';
import { assertNanoUsd } from './nano-usd.js';

/** A budget that a request falls under, in its present window. */
export interface SelectedBudget {
  readonly definition: BudgetDefinition;
  /** `user=u1`, or `''` for a budget of everybody. */
  readonly subject: string;
  readonly window: CalendarWindow;
  readonly line: BudgetLine;
  /** The same budget and subject at another time. */
  at(now: number): SelectedBudget;
}

/** Longest label value in a key; longer ones would let a caller fill the store. */
const MAX_VALUE_LENGTH = 256;

/** Shortest time that counters outlive their window: for late settlements, debts and exports. */
const MIN_KEEP_MS = 7 * 24 * 3_600_000;

const MAX_PERCENT = 1_000;

/**
 * Prepares budget definitions for selection by labels.
 * @throws RangeError Naming the budget and the field that cannot be used.
 */
export function createBudgetSelector(definitions: readonly BudgetDefinition[]): (labels: BudgetLabels, now: number) => readonly SelectedBudget[] {
  const ids = new Set<string>();
  const prepared = definitions.map((definition) => {
    checkDefinition(definition);
    if (ids.has(definition.id)) throw new RangeError(`There are two budgets with the id "${definition.id}"`);
    ids.add(definition.id);
    return { definition, scope: Object.entries(definition.scope ?? {}).sort(byName), windowAt: createCalendar(definition.window ?? 'month', definition.timeZone ?? 'UTC') };
  });

  return (labels, now) =>
    prepared.flatMap(({ definition, scope, windowAt }) => {
      const subject = subjectOf(scope, labels);
      if (subject === undefined) return [];
      const at = (time: number): SelectedBudget => {
        const window = windowAt(time);
        return { definition, subject, window, line: lineOf(definition, subject, window, time), at };
      };
      return [at(now)];
    });
}

/** The subject that labels make of a scope, or `undefined` when they do not fall under it. A label that is missing or empty matches nothing. */
export function subjectOf(scope: readonly (readonly [name: string, wanted: string])[], labels: BudgetLabels): string | undefined {
  const parts: string[] = [];
  for (const [name, wanted] of scope) {
    const value = labels[name];
    if (value === undefined || value === '' || (wanted !== '*' && wanted !== value)) return undefined;
    if (value.length > MAX_VALUE_LENGTH) throw new RangeError(`Label "${name}" is longer than ${MAX_VALUE_LENGTH} characters`);
    parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  }
  return parts.join('&');
}

function lineOf({ id, limitNano, increases = [], alerts = DEFAULT_ALERTS }: BudgetDefinition, subject: string, window: CalendarWindow, now: number): BudgetLine {
  const extra = increases
    .filter((increase) => increase.untilMs > now && (increase.subject === undefined || increase.subject === subject))
    .reduce((sum, { amountNano }) => sum + amountNano, 0);
  return {
    account: `${encodeURIComponent(id)}:${subject}`,
    index: window.index,
    label: window.label,
    limitNano: limitNano + extra,
    alerts,
    keepMs: window.endsAt - now + Math.max(window.endsAt - window.startsAt, MIN_KEEP_MS),
  };
}

function checkDefinition({ id, limitNano, window = 'month', timeZone = 'UTC', softAt, alerts = DEFAULT_ALERTS, increases = [] }: BudgetDefinition): void {
  if (id === '' || id.length > MAX_VALUE_LENGTH) throw new RangeError(`The id of a budget must have 1 to ${MAX_VALUE_LENGTH} characters`);
  assertNanoUsd(limitNano, `Limit of budget "${id}"`);
  for (const { amountNano } of increases) assertNanoUsd(amountNano, `Increase of budget "${id}"`);
  if (!BUDGET_WINDOWS.includes(window)) throw new RangeError(`Window of budget "${id}" must be one of ${BUDGET_WINDOWS.join(', ')}, got ${window as string}`);
  if (softAt !== undefined && !(softAt > 0 && softAt <= 1)) throw new RangeError(`softAt of budget "${id}" must be over 0 and at most 1, got ${softAt}`);
  for (const percent of alerts) {
    if (!Number.isInteger(percent) || percent < 1 || percent > MAX_PERCENT) throw new RangeError(`Alerts of budget "${id}" must be whole percentages from 1 to ${MAX_PERCENT}, got ${percent}`);
  }
  try {
    new Intl.DateTimeFormat('en-US', { timeZone });
  } catch {
    throw new RangeError(`Time zone of budget "${id}" is unknown: ${timeZone}`);
  }
}

function byName([first]: readonly [string, string], [second]: readonly [string, string]): number {
  return first < second ? -1 : 1;
}
