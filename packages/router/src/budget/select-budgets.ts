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

/** Names of labels and the values they must have, in a fixed order. */
type Scope = readonly (readonly [name: string, wanted: string])[];

/** Subjects of a budget whose lines are remembered. */
const MAX_CACHED = 1_000;

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
    const scope = Object.entries(definition.scope ?? {}).sort(byName);
    return { scope, linesAt: createLineCache(definition, scope) };
  });

  return (labels, now) => {
    const selected: SelectedBudget[] = [];
    for (const { scope, linesAt } of prepared) {
      const found = matches(scope, labels) ? linesAt(labels, now) : undefined;
      if (found) selected.push(found);
    }
    return selected;
  };
}

/** Whether labels fall under a scope. A label that is missing or empty matches nothing. */
function matches(scope: Scope, labels: BudgetLabels): boolean {
  for (const [name, wanted] of scope) {
    const value = labels[name];
    if (value === undefined || value === '' || (wanted !== '*' && wanted !== value)) return false;
    if (value.length > MAX_VALUE_LENGTH) throw new RangeError(`Label "${name}" is longer than ${MAX_VALUE_LENGTH} characters`);
  }
  return true;
}

/** The subject that labels make of a scope which they match: `user=u1`. */
function subjectOf(scope: Scope, labels: BudgetLabels): string {
  return scope.map(([name]) => `${encodeURIComponent(name)}=${encodeURIComponent(labels[name] ?? '')}`).join('&');
}

/** Remembers what a definition makes of labels: each request of a subject asks the same until the window turns. */
function createLineCache(definition: BudgetDefinition, scope: Scope): (labels: BudgetLabels, now: number) => SelectedBudget {
  const windowAt = createCalendar(definition.window ?? 'month', definition.timeZone ?? 'UTC');
  const cache = new Map<string, { readonly selected: SelectedBudget; readonly from: number; readonly until: number }>();

  return (labels, now) => {
    // Lengths keep apart what separators could not.
    let key = '';
    for (const [name] of scope) key += `${labels[name]!.length}:${labels[name]!}`;
    const cached = cache.get(key);
    if (cached && now >= cached.from && now < cached.until) return cached.selected;
    const subject = subjectOf(scope, labels);
    const at = (time: number): SelectedBudget => {
      const window = windowAt(time);
      return { definition, subject, window, line: lineOf(definition, subject, window, time), at };
    };
    const selected = at(now);
    const ends = (definition.increases ?? []).map(({ untilMs }) => untilMs).filter((end) => end > now);
    if (cache.size >= MAX_CACHED) cache.clear();
    // Not from the start of the window: an increase that has ended by now may still have held then.
    cache.set(key, { selected, from: now, until: Math.min(selected.window.endsAt, ...ends) });
    return selected;
  };
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
