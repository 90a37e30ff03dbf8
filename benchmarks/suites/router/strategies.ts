import { comparePolicies, STRATEGY_NAMES, type RouterConfigInput, type SimulationReport } from '@discord-intelligence/router';

import { renderTable, short } from '../../harness/table.js';

import { WORLDS, type World } from './worlds.js';

/** Each world is played with each of them; the table has the means. */
const SEEDS = [1, 2, 3] as const;

/** What the strategies come to on the same traffic, by simulation: no speed, but the quality of their choices. */
export async function benchStrategies(): Promise<string> {
  const tables: string[] = [];
  for (const world of WORLDS) tables.push(await tableOf(world));
  return tables.join('\n');
}

async function tableOf({ name, config, trace }: World): Promise<string> {
  const policies = Object.fromEntries(STRATEGY_NAMES.map((strategy) => [strategy, { ...config, strategy }])) as Record<(typeof STRATEGY_NAMES)[number], RouterConfigInput>;
  const reports = new Map<string, SimulationReport[]>();
  for (const seed of SEEDS) {
    for (const [strategy, report] of Object.entries(await comparePolicies(trace(seed), policies, { seed }))) reports.set(strategy, [...(reports.get(strategy) ?? []), report]);
  }
  const costOf = (strategy: string) => mean(reports.get(strategy) ?? [], ({ costUsd }) => costUsd);
  const rows = [...reports].map(([strategy, runs]) => [
    strategy,
    short(costOf(strategy) / costOf('simple-shuffle')),
    short(mean(runs, (report) => imbalanceOf(report, config))),
    short(mean(runs, ({ latency }) => latency?.p50Ms ?? Number.NaN)),
    short(mean(runs, ({ latency }) => latency?.p95Ms ?? Number.NaN)),
    short(mean(runs, ({ attempts, requests }) => attempts - requests)),
    short(mean(runs, ({ failed }) => failed)),
  ]);
  const requests = reports.get('simple-shuffle')?.[0]?.requests ?? 0;
  return renderTable(
    `Strategies, ${name}: ${requests} requests, means of the seeds ${SEEDS.join(', ')}`,
    ['strategy', 'cost, of shuffle’s', 'variation of use', 'p50 ms', 'p95 ms', 'repeated attempts', 'failed requests'],
    rows,
  );
}

/** Coefficient of variation, over the deployments, of the part of their requests a minute that was used: 0 is perfect balance. */
function imbalanceOf({ deployments, durationMs }: SimulationReport, { deployments: configured }: RouterConfigInput): number {
  const used = Object.entries(deployments).map(([id, { attempts }]) => attempts / (durationMs / 60_000) / (configured[id]?.rpm ?? Number.NaN));
  const average = mean(used, (part) => part);
  return Math.sqrt(mean(used, (part) => (part - average) ** 2)) / average;
}

function mean<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0) / items.length;
}
