import { redisSkipReason, startRedis } from '@discord-intelligence/testing';

import { summarize } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

import { type Child, childProgram, startChild } from './child.js';
import { type Portkey, startPortkey } from './portkey.js';

const CONCURRENCY = 32;
/** The compiler is done with a client only after some thousand calls: it still halves their time after the first five hundred. */
const MIN_WARM_UP_CALLS = 500;
/** Calls of one client before it is the next one's turn. */
const CALLS_A_ROUND = 500;
const OF_BARE = 0.9;
const OVER_DISPATCH_US = 60;

const BARE = "openai, Node's fetch";
const AGENT = 'openai, undici-7 fetch';
/** The router uses no `fetch`: its own way to the network is set against the SDK on one just as short. */
const DISPATCH = 'openai, undici-7 dispatch';
const ALL = 'router, all features but Redis';

/** A client in a process of its own. */
interface Subject {
  readonly name: string;
  readonly client: Child;
  /** Where processor time is counted, if not in the client. */
  readonly cpuUs?: Portkey['cpuUs'];
}

interface Round {
  readonly calls: number;
  readonly stream: boolean;
}

/** Processor time of a call and of a stream of 20 chunks, for the bare SDK, the router in three outfits, and a gateway. */
export async function benchCalls(calls: number): Promise<string> {
  const opened: AsyncDisposable[] = [];
  try {
    return await measureCalls(calls, (resource) => {
      opened.push(resource);
      return resource;
    });
  } finally {
    for (const resource of opened.reverse()) await resource[Symbol.asyncDispose]();
  }
}

async function measureCalls(calls: number, use: <Resource extends AsyncDisposable>(resource: Resource) => Resource): Promise<string> {
  const skipped: string[] = [];
  const server = use(startChild([childProgram('answer-server.mjs')]));
  const { url } = await server.next<{ url: string }>();
  const open = async (name: string, kind: string, own: object = {}): Promise<Subject> => {
    const client = use(startChild([childProgram('client.mjs'), JSON.stringify({ kind, url, concurrency: CONCURRENCY, ...own })]));
    await client.next();
    return { name, client };
  };

  const subjects = [await open(BARE, 'openai'), await open(AGENT, 'openai-agent'), await open(DISPATCH, 'openai-dispatch'), await open('router, one deployment', 'router-one'), await open(ALL, 'router-all')];
  const noRedis = redisSkipReason();
  if (noRedis === undefined) {
    const redis = use(await startRedis());
    subjects.push(await open('router, all features and Redis', 'router-redis', { redis: redis.url }));
  } else skipped.push(`With Redis: ${noRedis}`);
  const portkey = await startPortkey(url);
  if (typeof portkey === 'string') skipped.push(`Portkey: skipped, ${portkey}.`);
  else {
    use(portkey);
    const generator = await open('Portkey 1.15.2, its process', 'openai-agent', { url: portkey.url, headers: portkey.headers });
    subjects.push({ ...generator, cpuUs: portkey.cpuUs });
  }

  const tables: string[] = [];
  for (const stream of [false, true]) {
    const what = stream ? 'Stream of 20 chunks' : 'Call';
    const able = await warmUp(subjects, { calls: Math.max(MIN_WARM_UP_CALLS, Math.ceil(calls / 2)), stream }, (name, reason) => skipped.push(`${what}, ${name}: skipped, it answered: ${reason}`));
    tables.push(tableOf(what, await takeTurns(able, calls, stream)));
  }
  return [...tables, ...skipped].join('\n');
}

/** Warms everybody up, and finds out who cannot do it: a peer may fail, the others may not. */
async function warmUp(subjects: readonly Subject[], round: Round, onUnable: (name: string, reason: string) => void): Promise<Subject[]> {
  const able: Subject[] = [];
  for (const subject of subjects) {
    try {
      await subject.client.ask(round);
      able.push(subject);
    } catch (error) {
      if (!subject.cpuUs) throw error;
      onUnable(subject.name, (error as Error).message);
    }
  }
  return able;
}

/** Processor time of a call, in microseconds, for each round of each subject. */
async function takeTurns(subjects: readonly Subject[], calls: number, stream: boolean): Promise<Map<string, number[]>> {
  const rounds = Math.max(1, Math.round(calls / CALLS_A_ROUND));
  const perRound = Math.ceil(calls / rounds);
  const times = new Map<string, number[]>(subjects.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) times.get(subject.name)?.push((await cpuOf(subject, { calls: perRound, stream })) / perRound);
  }
  return times;
}

async function cpuOf({ client, cpuUs }: Subject, round: Round): Promise<number> {
  const before = await cpuUs?.();
  const own = await client.ask<{ cpuUs: number }>(round);
  return cpuUs && before !== undefined ? (await cpuUs()) - before : own.cpuUs;
}

function tableOf(what: string, times: ReadonlyMap<string, readonly number[]>): string {
  const of = (name: string): readonly number[] => times.get(name) ?? [];
  // Each round is set against the same round of the other client, which met the same neighbours on the machine.
  const against = (name: string, other: string, compare: (one: number, other: number) => number) => summarize(of(name).map((time, round) => compare(time, of(other)[round] ?? Number.NaN))).median;
  const ratio = (one: number, other: number) => one / other;
  const difference = (one: number, other: number) => one - other;
  const rows = [...times].map(([name, samples]) => [
    name,
    short(summarize(samples).median),
    short(against(name, BARE, ratio)),
    name === BARE || name.startsWith('Portkey') ? '' : short(against(name, DISPATCH, difference)),
    short(against(name, ALL, ratio)),
  ]);
  const ofBare = against(ALL, BARE, ratio);
  const overDispatch = against(ALL, DISPATCH, difference);
  return [
    renderTable(`${what}, ${CONCURRENCY} at a time, a provider of 0 ms`, ['client', 'CPU µs, median round', `of ${BARE}`, `µs over ${DISPATCH}`, 'of all but Redis'], rows),
    `all features but Redis against the targets: ${short(ofBare)} of the bare client (at most ${OF_BARE}), ${short(overDispatch)} µs over the SDK on a way just as short (at most ${OVER_DISPATCH_US}${what === 'Call' ? '' : ', which is meant for a call'})`,
  ].join('\n');
}
