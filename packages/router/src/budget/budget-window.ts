import type { BudgetWindowKind } from './budget-definition.js';

/** One window of the calendar. */
export interface CalendarWindow {
  /** `2026-11`, `2026-W47`, `2026-11-22`, or `2026-11-22T13:00Z` for an hour. */
  readonly label: string;
  /** Number without gaps: the next window has the next number. */
  readonly index: number;
  /** Milliseconds since 1970, inclusive. */
  readonly startsAt: number;
  /** Milliseconds since 1970, exclusive. */
  readonly endsAt: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** 1970-01-01 was a Thursday: the first Monday before it is three days earlier. */
const MONDAY_SHIFT_DAYS = 3;

/**
 * Makes the calendar of a time zone: it says which window a moment is in.
 *
 * Days, weeks and months begin at local midnight, whatever daylight saving does to their length;
 * hours begin at the full hour of local clocks.
 *
 * @throws RangeError When the runtime does not know the time zone.
 */
export function createCalendar(kind: BudgetWindowKind, timeZone: string): (now: number) => CalendarWindow {
  const offsetAt = createZoneOffset(timeZone);
  let current: CalendarWindow | undefined;
  return (now) => {
    if (!current || now < current.startsAt || now >= current.endsAt) current = windowAt(kind, now, offsetAt);
    return current;
  };
}

function windowAt(kind: BudgetWindowKind, now: number, offsetAt: (time: number) => number): CalendarWindow {
  const local = now + offsetAt(now);
  if (kind === 'hour') {
    // Not by local names: the hour that the end of daylight saving repeats is two windows.
    const startsAt = Math.floor(local / HOUR_MS) * HOUR_MS - offsetAt(now);
    return { label: `${new Date(startsAt).toISOString().slice(0, 16)}Z`, index: Math.floor(startsAt / HOUR_MS), startsAt, endsAt: startsAt + HOUR_MS };
  }
  const toUtc = (localMidnight: number) => localToUtc(localMidnight, offsetAt);
  if (kind === 'month') {
    const date = new Date(local);
    const index = date.getUTCFullYear() * 12 + date.getUTCMonth();
    return { label: isoDate(local).slice(0, 7), index, startsAt: toUtc(monthStart(index)), endsAt: toUtc(monthStart(index + 1)) };
  }
  const day = Math.floor(local / DAY_MS);
  if (kind === 'day') return { label: isoDate(local), index: day, startsAt: toUtc(day * DAY_MS), endsAt: toUtc((day + 1) * DAY_MS) };
  const week = Math.floor((day + MONDAY_SHIFT_DAYS) / 7);
  const monday = week * 7 - MONDAY_SHIFT_DAYS;
  return { label: weekLabel(monday), index: week, startsAt: toUtc(monday * DAY_MS), endsAt: toUtc((monday + 7) * DAY_MS) };
}

function monthStart(index: number): number {
  return Date.UTC(Math.floor(index / 12), index % 12, 1);
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** ISO 8601: a week belongs to the year of its Thursday, and week 1 has the first Thursday. */
function weekLabel(monday: number): string {
  const thursday = monday + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The moment at which local clocks show a time; when they skip it, the moment of the jump. */
function localToUtc(local: number, offsetAt: (time: number) => number): number {
  const before = offsetAt(local - DAY_MS);
  const after = offsetAt(local + DAY_MS);
  const candidates = [local - before, local - after].filter((time) => time + offsetAt(time) === local);
  // A midnight that happens twice begins the day the first time; one that is skipped, at the jump.
  return candidates.length > 0 ? Math.min(...candidates) : local - before;
}

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function createZoneOffset(timeZone: string): (time: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (time) => {
    const whole = Math.floor(time / 1_000) * 1_000;
    const shown = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
    const part = (type: Intl.DateTimeFormatPartTypes) => shown.get(type) ?? 0;
    return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - whole;
  };
}
