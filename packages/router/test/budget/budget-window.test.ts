import { describe, expect, it } from '@jest/globals';

import { createCalendar } from '../../src/budget/budget-window.js';

function windowAt(kind: 'hour' | 'day' | 'week' | 'month', timeZone: string, moment: string) {
  const { label, startsAt, endsAt } = createCalendar(kind, timeZone)(Date.parse(moment));
  return [label, new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
}

describe('createCalendar', () => {
  it('cuts months at local midnight', () => {
    expect(windowAt('month', 'UTC', '2026-11-30T23:59:59.999Z')).toEqual(['2026-11', '2026-11-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z']);
    expect(windowAt('month', 'UTC', '2026-12-01T00:00:00Z')[0]).toBe('2026-12');
    expect(windowAt('month', 'America/New_York', '2026-12-01T04:59:59Z')).toEqual(['2026-11', '2026-11-01T04:00:00.000Z', '2026-12-01T05:00:00.000Z']);
    expect(windowAt('month', 'Asia/Kolkata', '2026-11-30T18:30:00Z')).toEqual(['2026-12', '2026-11-30T18:30:00.000Z', '2026-12-31T18:30:00.000Z']);
  });

  it('makes days of 23 and 25 hours where clocks change', () => {
    expect(windowAt('day', 'Europe/Berlin', '2026-03-29T12:00:00Z')).toEqual(['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z']);
    expect(windowAt('day', 'Europe/Berlin', '2026-10-25T12:00:00Z')).toEqual(['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z']);
  });

  it('begins a day whose midnight is skipped at the jump', () => {
    expect(windowAt('day', 'America/Asuncion', '2024-10-06T12:00:00Z').slice(0, 2)).toEqual(['2024-10-06', '2024-10-06T04:00:00.000Z']);
  });

  it('names weeks as ISO 8601 does, also at the turn of the year', () => {
    expect(windowAt('week', 'UTC', '2026-11-22T23:00:00Z')).toEqual(['2026-W47', '2026-11-16T00:00:00.000Z', '2026-11-23T00:00:00.000Z']);
    expect(windowAt('week', 'UTC', '2027-01-01T00:00:00Z')[0]).toBe('2026-W53');
    expect(windowAt('week', 'UTC', '2024-12-30T00:00:00Z')[0]).toBe('2025-W01');
  });

  it('begins hours at the full hour of local clocks, and tells the repeated one apart', () => {
    expect(windowAt('hour', 'Asia/Kolkata', '2026-11-22T10:45:00Z')).toEqual(['2026-11-22T10:30Z', '2026-11-22T10:30:00.000Z', '2026-11-22T11:30:00.000Z']);
    expect(windowAt('hour', 'Europe/Berlin', '2026-10-25T00:30:00Z')[0]).not.toBe(windowAt('hour', 'Europe/Berlin', '2026-10-25T01:30:00Z')[0]);
  });

  it.each(['hour', 'day', 'week', 'month'] as const)('numbers every %s one after the other, without gap or overlap', (kind) => {
    for (const timeZone of ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia']) {
      const windowOf = createCalendar(kind, timeZone);
      let window = windowOf(Date.parse(kind === 'hour' ? '2026-03-25T00:00:00Z' : '2026-01-01T00:00:00Z'));
      const labels = new Set([window.label]);
      const end = Date.parse(kind === 'hour' ? '2026-04-06T00:00:00Z' : '2027-02-01T00:00:00Z');
      while (window.endsAt < end) {
        const next = windowOf(window.endsAt);
        // A change of clocks by half an hour makes an hour that is cut.
        if (timeZone !== 'Australia/Lord_Howe' || kind !== 'hour') expect({ timeZone, label: next.label, index: next.index, startsAt: next.startsAt }).toEqual({ timeZone, label: next.label, index: window.index + 1, startsAt: window.endsAt });
        expect(labels.has(next.label)).toBe(false);
        labels.add(next.label);
        window = next;
      }
    }
  });
});
