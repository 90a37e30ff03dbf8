import { Agent, get } from 'node:http';

import { summarize } from '../../harness/measure.js';
import { renderTable, short } from '../../harness/table.js';

import { type Kind, NAMES, startSubjects, type Subject, type World } from './subjects.js';

const CONCURRENCY = 16;
const REQUESTS_A_TURN = 1_000;
const ROUNDS = 7;
const WARM_UPS = 3;

/** Processor time of a Fastify server for each request, with and without telemetry, delivery included. */
export async function benchRequests(world: World, use: (resource: AsyncDisposable) => void): Promise<string> {
  const subjects = await startSubjects('server.cjs', ['none', 'off', 'ours', 'logfire'], world, use);
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const times = new Map<Kind, number[]>([...subjects.keys()].map((kind) => [kind, []]));
  for (let round = -WARM_UPS; round < ROUNDS; round += 1) {
    for (const [kind, subject] of subjects) {
      const time = await cpuOfRequest(subject, agent);
      if (round >= 0) times.get(kind)?.push(time);
    }
  }
  agent.destroy();
  const none = times.get('none') ?? [];
  const rows = [...times].map(([kind, samples]) => [
    NAMES[kind],
    short(summarize(samples).median),
    short(summarize(samples.map((time, round) => time - (none[round] ?? Number.NaN))).median),
    short(summarize(samples.map((time, round) => time / (none[round] ?? Number.NaN))).median),
  ]);
  return renderTable(`Fastify server, ${CONCURRENCY} requests at a time`, ['telemetry', 'CPU µs a request, median round', 'over none', 'of none'], rows);
}

async function cpuOfRequest({ child, hello }: Subject, agent: Agent): Promise<number> {
  const before = await child.ask<{ cpuUs: number }>({});
  let left = REQUESTS_A_TURN;
  const runner = async () => {
    while (left-- > 0) await request(`${hello.url}/items/${left}?page=2`, agent);
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, runner));
  const after = await child.ask<{ cpuUs: number }>({ isDone: true });
  return (after.cpuUs - before.cpuUs) / REQUESTS_A_TURN;
}

function request(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => { response.resume().on('end', resolve); }).on('error', reject);
  });
}
