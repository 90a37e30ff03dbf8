import type { RedisConnection } from '../redis/redis-connection.js';
import type { RedisKeys } from '../redis/redis-keys.js';

import type { BudgetCounters, BudgetLine, BudgetStore, ReservationRef, SettleCommand, SettleKind } from './budget-store.js';
import { checkReserve, checkSettle, DEFAULT_KEEP_CLOSED_MS, DEFAULT_SWEEP_LIMIT } from './check-command.js';
import { MARK_SENT } from './scripts/mark-sent.js';
import { READ } from './scripts/read.js';
import { RENEW } from './scripts/renew.js';
import { RESERVE } from './scripts/reserve.js';
import { SETTLE } from './scripts/settle.js';
import { SWEEP } from './scripts/sweep.js';

/** How budgets are kept in Redis. */
export interface RedisBudgetStoreOptions {
  readonly connection: RedisConnection;
  readonly keys: RedisKeys;
  /**
   * Milliseconds that a closed reservation is remembered, so that a settlement that comes late or
   * twice is recognised. Longer than the longest deadline of an attempt and than four leases.
   * @default 3_600_000 (1 hour)
   */
  readonly keepClosedMs?: number;
  /**
   * How many times the connection's time limit a reservation may take. More than once where the request
   * is refused without it: to wait a little for a slow Redis is better then.
   * @default 1
   */
  readonly patience?: number;
  /** Wait until so many replicas hold a reservation before it counts (WAIT): a failover then loses none. */
  readonly replicas?: { readonly count: number; readonly timeoutMs: number };
}

/** Counters of one line in a reply: spent, reserved, carried, alerts. */
const FIELDS = 4;

/**
 * Budgets shared by every process on one Redis: each command is one script, so that nothing
 * happens in between. All keys of a tenant are in one slot of a cluster; a budget over several
 * tenants therefore needs them to share one tenant name (one hot slot) or one budget each.
 */
export function createRedisBudgetStore(options: RedisBudgetStoreOptions): BudgetStore {
  const { connection, keys, keepClosedMs = DEFAULT_KEEP_CLOSED_MS, patience = 1, replicas } = options;

  const settle = async (command: SettleCommand) => {
    checkSettle(command);
    const { tenant, id, actualNano, lines } = command;
    const own = keys.budget(tenant);
    const reply = await connection.script(
      SETTLE,
      [own.reservation(id), own.leases, ...lines.map(({ account, label }) => own.window(account, label))],
      [id, actualNano, keepClosedMs, ...lines.flatMap((line) => [line.keepMs, thresholds(line)])],
    ) as unknown[];
    return { kind: reply[0] as SettleKind, counters: lines.map((_, index) => countersAt(reply, 1 + index * FIELDS)) };
  };
  const isReplicated = async () => {
    if (!replicas) return true;
    return Number(await connection.command(['WAIT', replicas.count, replicas.timeoutMs], replicas.timeoutMs)) >= replicas.count;
  };

  return {
    async reserve(command) {
      checkReserve(command);
      const { tenant, id, amountNano, lines, leaseMs } = command;
      const own = keys.budget(tenant);
      const run = async () => {
        const reply = await connection.script(
          RESERVE,
          [own.reservation(id), own.leases, ...lines.flatMap(({ account, label }) => [own.window(account, label), own.account(account)])],
          [id, amountNano, leaseMs, keepClosedMs, ...lines.flatMap((line) => [line.index, line.limitNano, line.keepMs, thresholds(line)])],
          patience,
        ) as unknown[];
        return { status: Number(reply[0]), line: Number(reply[1]), isSweepDue: reply[2] === 1, counters: lines.map((_, index) => countersAt(reply, 3 + index * FIELDS)) };
      };
      let answer = await run();
      if (answer.isSweepDue) {
        const sweeping = this.sweep({ tenant });
        if (answer.status === 0) {
          // Money of dead processes must not refuse the living.
          const first = answer.counters;
          await sweeping;
          answer = await run();
          answer.counters = answer.counters.map((counters, index) => ({ ...counters, crossed: [...(first[index]?.crossed ?? []), ...counters.crossed] }));
        } else if (sweeping instanceof Promise) sweeping.catch(() => undefined);
      }
      const { status, line, counters } = answer;
      if (status === 0) return { ok: false, reason: 'exceeded', line, counters };
      if (!(await isReplicated())) {
        await settle({ tenant, id, lines, actualNano: 0 });
        return { ok: false, reason: 'unavailable' };
      }
      return { ok: true, isReplay: status === 2, counters };
    },
    async markSent({ tenant, id }: ReservationRef) {
      return (await connection.script(MARK_SENT, [keys.budget(tenant).reservation(id)], [])) === 1;
    },
    async renew({ tenant, id, leaseMs }) {
      const own = keys.budget(tenant);
      return (await connection.script(RENEW, [own.reservation(id), own.leases], [id, leaseMs, keepClosedMs])) === 1;
    },
    settle,
    release: (command) => settle({ ...command, actualNano: 0 }),
    async sweep({ tenant, limit = DEFAULT_SWEEP_LIMIT }) {
      const own = keys.budget(tenant);
      const [charged, released] = (await connection.script(SWEEP, [own.leases], [own.reservation(''), limit, keepClosedMs])) as [number, number];
      return { charged, released };
    },
    async read({ tenant, lines }) {
      if (lines.length === 0) return [];
      const own = keys.budget(tenant);
      const reply = await connection.script(
        READ,
        lines.flatMap(({ account, label }) => [own.window(account, label), own.account(account)]),
        lines.map(({ index }) => index),
      ) as unknown[];
      return lines.map((_, index) => ({
        spentNano: Number(reply[index * 3]),
        reservedNano: Number(reply[index * 3 + 1]),
        carriedNano: Number(reply[index * 3 + 2]),
        crossed: [],
      }));
    },
  };
}

function countersAt(reply: readonly unknown[], start: number): BudgetCounters {
  const crossed = String(reply[start + 3]);
  return {
    spentNano: Number(reply[start]),
    reservedNano: Number(reply[start + 1]),
    carriedNano: Number(reply[start + 2]),
    crossed: crossed === '' ? [] : crossed.split(',').map(Number),
  };
}

function thresholds({ alerts, limitNano }: BudgetLine): string {
  if (limitNano === 0) return '';
  return alerts.map((percent) => `${percent}:${Math.ceil((limitNano / 100) * percent)}`).join(',');
}
