import type { ScriptedProvider } from '@discord-intelligence/testing';

import type { CaseConfig } from '../dsl/case-config.js';

import { mergeReadouts } from './merge-readouts.js';
import type { RedisSource } from './redis-source.js';
import type { Adapter, Readout, Subject, SubjectProcess, SubjectSetting } from './subject.js';

/** The routers of one case: one in this process, or several in processes of their own. */
export interface Subjects extends AsyncDisposable {
  readonly isStarted: boolean;
  /** Epoch milliseconds of the case's clock, for dates in scripts. */
  now(): number;
  /** Starts the routers unless they run. */
  start(): Promise<void>;
  /** The routers that an action is meant for. */
  pick(where: { readonly process?: number | undefined; readonly eachProcess?: boolean | undefined }): Promise<readonly Subject[]>;
  /** All that are alive. */
  all(): Promise<readonly Subject[]>;
  shiftClock(ms: number): Promise<void>;
  setClock(epochMs: number): Promise<void>;
  kill(process: number): Promise<void>;
  /** Whether the router of a call was killed. */
  isDead(subject: Subject): boolean;
  reload(config: CaseConfig, where: { readonly process?: number | undefined; readonly eachProcess?: boolean | undefined }): Promise<void>;
  readout(): Promise<Readout>;
}

/** Prepares the routers of a case; nothing is started yet. */
export function createSubjects(config: CaseConfig, adapter: Adapter, provider: ScriptedProvider, redis: RedisSource): Subjects {
  const isSeparate = (config.processes ?? 1) > 1;
  const alive = new Map<number, Subject>();
  const dead = new Set<Subject>();
  let starting: Promise<void> | undefined;
  let isStarted = false;
  let current = config;
  const bornAt = performance.now();
  const clockStart = config.now === undefined ? Date.now() : Date.parse(config.now);
  let shift = 0;

  let redisUrl: string | undefined;
  const baseUrlsOf = ({ groups = {} }: CaseConfig) => Object.fromEntries(Object.values(groups).flatMap((group) => group.map(({ id }) => [id, provider.baseUrl(id)])));
  const startAll = async (): Promise<void> => {
    redisUrl = config.redis === 'down' ? redis.downUrl : config.redis === true || isSeparate ? await redis.fresh() : undefined;
    const setting: SubjectSetting = { config, baseUrls: baseUrlsOf(config), redisUrl };
    if (!isSeparate) alive.set(1, await adapter.start(setting));
    else {
      const started = await Promise.all(Array.from({ length: config.processes ?? 1 }, () => adapter.startProcess(setting)));
      started.forEach((subject, index) => alive.set(index + 1, subject));
    }
    isStarted = true;
  };
  const start = () => (starting ??= startAll());
  const all = async (): Promise<readonly Subject[]> => {
    await start();
    return [...alive.values()];
  };
  const pick: Subjects['pick'] = async ({ process, eachProcess }) => {
    const living = await all();
    if (eachProcess) return living;
    const one = process === undefined ? living[0] : alive.get(process);
    if (!one) throw new Error(process === undefined ? 'No router is alive' : `There is no living process ${process}`);
    return [one];
  };

  return {
    get isStarted() {
      return isStarted;
    },
    now: () => (config.clock === 'fake' || config.now !== undefined ? clockStart + (performance.now() - bornAt) + shift : Date.now()),
    start,
    pick,
    all,
    async shiftClock(ms) {
      shift += ms;
      for (const subject of await all()) await subject.advance(ms);
    },
    async setClock(epochMs) {
      shift = epochMs - clockStart - (performance.now() - bornAt);
      for (const subject of await all()) await subject.setClock(epochMs);
    },
    async kill(process) {
      const [subject] = await pick({ process });
      if (!subject || !isSeparate) throw new Error('killProcess needs processes: 2 or more');
      alive.delete(process);
      dead.add(subject);
      await (subject as SubjectProcess).kill();
    },
    isDead: (subject) => dead.has(subject),
    async reload(next, where) {
      current = { ...current, ...next };
      const setting = { config: current, baseUrls: baseUrlsOf(current), redisUrl };
      for (const subject of await pick(where)) await subject.reload(setting);
    },
    readout: async () => mergeReadouts(await Promise.all((await all()).map((subject) => subject.readout()))),
    async [Symbol.asyncDispose]() {
      await starting?.catch(() => undefined);
      await Promise.all([...alive.values()].map((subject) => subject[Symbol.asyncDispose]()));
    },
  };
}
