import type { RedisConnection } from '../redis/redis-connection.js';
import type { RedisKeys } from '../redis/redis-keys.js';

import { type CooldownBoardOptions, type CooldownChange, createCooldownBoard } from './cooldown-board.js';
import { COOLDOWN_DEFAULTS } from './cooldown-options.js';
import type { CooldownStore } from './cooldown-store.js';
import { readMessage, writeMessage } from './cooldown-message.js';
import { CLAIM } from './scripts/claim.js';
import { LOAD } from './scripts/load.js';
import { RELEASE } from './scripts/release.js';
import { TELL } from './scripts/tell.js';

/** How cooldowns are shared. */
export interface RedisCooldownStoreOptions extends CooldownBoardOptions {
  readonly connection: RedisConnection;
  readonly keys: RedisKeys;
}

/** Milliseconds after which a cooldown that ended without a probe is forgotten: nobody uses the deployment. */
const HISTORY_MS = 3_600_000;

/** Longest cooldown that is told to others; longer ones are for the life of a process. */
const LONGEST_TOLD_MS = 86_400_000;

/** Values for each deployment in the reply of LOAD. */
const FIELDS = 6;

/** Deployments whose last change is known at most. */
const MAX_CHANGES = 10_000;

/**
 * Cooldowns that processes share: each decides by what it saw itself, and what it decides is pushed
 * to the others at once. Reading never waits for Redis. While it is away everybody goes on alone;
 * when it is back they tell and read what happened.
 */
export function createRedisCooldownStore({ connection, keys, ...options }: RedisCooldownStoreOptions): CooldownStore {
  const board = createCooldownBoard(options);
  const { probeMs = COOLDOWN_DEFAULTS.probeMs } = options;
  const own = crypto.randomUUID();
  const pending = new Set<Promise<unknown>>();
  /** Which change of a deployment was seen last: a state that was read is taken over only when it is news. */
  const lastChange = new Map<string, string>();
  /** Cooled while Redis was away. */
  const untold = new Set<string>();
  let told = 0;

  const note = (deployment: string, id: string) => {
    if (lastChange.size >= MAX_CHANGES) lastChange.clear();
    lastChange.set(deployment, id);
  };
  const inBackground = (work: Promise<unknown>) => {
    // What cannot be told is known here; the others find out by themselves.
    const done = work.catch(() => undefined).finally(() => pending.delete(done));
    pending.add(done);
    return done;
  };
  const tell = (change: CooldownChange | undefined) => {
    if (!change || (change.kind === 'cooled' && change.remainingMs > LONGEST_TOLD_MS)) return;
    const state = change.kind === 'cooled' ? 'tripped' : change.kind === 'recovered' ? 'ramping' : 'none';
    const details = change.kind === 'cooled' ? [change.remainingMs, change.strikes, change.errorClass] : [0, 0, change.kind === 'recovered' ? change.errorClass : ''];
    const { deployment } = change;
    told += 1;
    const id = `${own}:${told}`;
    note(deployment, id);
    untold.delete(deployment);
    void inBackground(connection.script(
      TELL,
      [keys.cooldowns, keys.probe(deployment)],
      [deployment, state, ...details, keys.cooldownChannel, writeMessage({ from: own, id, change }), LONGEST_TOLD_MS + HISTORY_MS, id],
    ).catch(() => {
      if (change.kind === 'cooled') untold.add(deployment);
    }));
  };
  const tellUntold = () => {
    for (const entry of board.list()) {
      if (untold.has(entry.deployment) && entry.phase === 'cooling') tell({ ...entry, kind: 'cooled' });
    }
    untold.clear();
  };
  const load = async () => {
    const before = new Map(lastChange);
    const reply = (await connection.script(LOAD, [keys.cooldowns], [HISTORY_MS])) as string[];
    for (let start = 0; start + FIELDS <= reply.length; start += FIELDS) {
      const [deployment, state, away, strikes, errorClass, id] = reply.slice(start, start + FIELDS) as [string, string, string, string, string, string];
      const last = lastChange.get(deployment);
      // Known already, or overtaken by a change that came while the answer was on its way.
      if (last === id || last !== before.get(deployment)) continue;
      note(deployment, id);
      if (state === 'tripped') board.apply({ kind: 'cooled', deployment, remainingMs: Number(away), strikes: Number(strikes), errorClass });
      else board.apply({ kind: 'recovered', deployment, sinceMs: -Number(away), errorClass });
    }
  };
  const unsubscribe = connection.subscribe(
    keys.cooldownChannel,
    (text) => {
      const message = readMessage(text, own);
      if (!message) return;
      const { change, id } = message;
      // A probe changes nothing that is kept.
      if (change.kind !== 'probed' && change.kind !== 'released') note(change.deployment, id);
      board.apply(change);
    },
    () => void inBackground(load()),
  );
  const stopListening = connection.onRestored(() => {
    tellUntold();
    void inBackground(load());
  });
  const loaded = inBackground(connection.ready().then(load));

  const claimShared = async (deployment: string) => {
    const message = writeMessage({ from: own, id: '', change: { kind: 'probed', deployment, remainingMs: probeMs } });
    try {
      const othersMs = Number(await connection.script(CLAIM, [keys.probe(deployment)], [own, probeMs, keys.cooldownChannel, message]));
      if (othersMs < 0) return true;
      board.apply({ kind: 'probed', deployment, remainingMs: othersMs });
      return false;
    } catch {
      return true;
    }
  };

  return {
    phase: board.phase,
    admitsRamp: board.admitsRamp,
    claimProbe(deployment) {
      if (!board.takeProbe(deployment)) return false;
      return connection.isDegraded ? true : claimShared(deployment);
    },
    releaseProbe(deployment) {
      board.giveProbeBack(deployment);
      void inBackground(connection.script(RELEASE, [keys.probe(deployment)], [own, keys.cooldownChannel, writeMessage({ from: own, id: '', change: { kind: 'released', deployment } })]));
    },
    reportSuccess({ deployment, isProbe = false }) {
      tell(board.succeed(deployment, isProbe));
    },
    reportFailure(report) {
      const change = board.fail(report);
      if (change) tell(change);
      else if (report.isProbe) this.releaseProbe(report.deployment);
      return change && { kind: 'cooled', deployment: change.deployment, errorClass: change.errorClass, durationMs: change.remainingMs, isRemote: false };
    },
    reset(deployment) {
      board.apply({ kind: 'reset', deployment });
      tell({ kind: 'reset', deployment });
    },
    list: board.list,
    reconfigure: board.reconfigure,
    async ready() {
      await loaded;
    },
    async close() {
      unsubscribe();
      stopListening();
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}
