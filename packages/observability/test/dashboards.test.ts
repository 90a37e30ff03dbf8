import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { temporaryFolder } from '@discord-intelligence/testing';

import { forTests, llmSpan, metrics } from '../src/index.js';
import type { InstrumentDefinition } from '../src/metrics/instrument.js';

import { renderAlerts } from '../scripts/alerts.js';
import { renderDashboard } from '../scripts/dashboard.js';
import { ROWS } from '../scripts/panels.js';
import { prometheusName } from '../scripts/prometheus-name.js';

const GENERATE = 'node -C @discord-intelligence/source --import tsx packages/observability/scripts/generate.ts';
const has = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
const skipReason = has('prometheus') && has('promtool') ? undefined : 'prometheus and promtool are not installed';
const withPrometheus = skipReason === undefined ? it : it.skip;

const expressions = ROWS.flatMap(({ panels }) => panels.flatMap(({ title, queries }) => queries.map(({ expr }) => [title, expr] as const)));
/** As Grafana would fill it in. */
const filled = (expr: string) => expr.replaceAll('$__rate_interval', '10s').replaceAll('$__range', '1h').replaceAll(/\$(?:job|provider|model|route)/g, '.*');

function definitionsIn(value: object): InstrumentDefinition[] {
  return Object.values(value).flatMap((part: object) => ('definition' in part ? [part.definition as InstrumentDefinition] : definitionsIn(part)));
}

describe('dashboards', () => {
  it.each([
    ['grafana.json', renderDashboard],
    ['alerts.yml', renderAlerts],
  ])(`%s is what the script writes (else run: ${GENERATE})`, (file, render) => {
    expect(readFileSync(join(__dirname, '../dashboards', file), 'utf8')).toBe(render());
  });

  it('has panels with ids and places of their own', () => {
    const { panels } = JSON.parse(renderDashboard()) as { readonly panels: readonly { readonly id: number; readonly gridPos: { readonly x: number; readonly y: number; readonly w: number } }[] };
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x},${y}`)).size).toBe(panels.length);
    for (const { gridPos } of panels) expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
  });

  it('declares every metric once, each under a name Prometheus takes', () => {
    const names = definitionsIn(metrics).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(prometheusName(name)).toMatch(/^[a-z][a-z0-9_]*$/);
  });

  withPrometheus(`passes promtool and gives a value for every query on a real Prometheus${skipReason === undefined ? '' : ` (skipped: ${skipReason})`}`, async () => {
    await using temporary = await temporaryFolder();
    const folder = temporary.path;
    const rules = join(folder, 'alerts.yml');
    writeFileSync(rules, renderAlerts());
    execFileSync('promtool', ['check', 'rules', rules], { stdio: 'pipe' });

    await using telemetry = await forTests({ runtimeMetrics: true });
    const server = createServer((_request, response) => {
      void telemetry.metrics().then((text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(text));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const target = addressOf(server);
    await feed(target);

    const port = await freePort();
    const config = join(folder, 'prometheus.yml');
    writeFileSync(config, JSON.stringify({ global: { scrape_interval: '1s' }, rule_files: [rules], scrape_configs: [{ job_name: 'app', static_configs: [{ targets: [target] }] }] }));
    const prometheus = spawn('prometheus', [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`, '--log.level=error'], { stdio: 'ignore' });
    const ended = once(prometheus, 'close');
    try {
      const query = async (expr: string) => {
        const response = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expr)}`);
        return (await response.json()) as { readonly status: string; readonly error?: string; readonly data?: { readonly result: readonly unknown[] } };
      };
      // A rate needs two looks.
      await eventually(async () => (await query('count_over_time(target_info[1m]) > 2')).data?.result.length === 1);
      const empty: string[] = [];
      for (const [title, expr] of expressions) {
        const { status, error, data } = await query(filled(expr));
        expect({ title, status, error }).toEqual({ title, status: 'success', error: undefined });
        if (data?.result.length === 0) empty.push(`${title}: ${filled(expr)}`);
      }
      expect(empty).toEqual([]);
      const metricsText = await (await fetch(`http://${target}/`)).text();
      const checked = spawnSync('promtool', ['check', 'metrics'], { input: metricsText, encoding: 'utf8' });
      expect({ status: checked.status, complaints: checked.stderr }).toEqual({ status: 0, complaints: '' });
    } finally {
      prometheus.kill();
      await ended;
      server.closeAllConnections();
      server.close();
    }
  });
});

describe('the alert rules about shares', () => {
  // Ten things a minute are counted, of which so many are of the bad kind.
  const CASES = [
    { alert: 'AnalysesDegraded', series: 'analysis_duration_count', by: 'analysis="topics"', bad: 'status="degraded"', good: 'status="success"', loud: 3, quiet: 1 },
    { alert: 'AnalysesFail', series: 'analysis_duration_seconds_count', by: 'analysis="topics"', bad: 'status="failed"', good: 'status="success"', loud: 1, quiet: 0 },
    { alert: 'DiscordAnswersFail', series: 'bot_interaction_duration_count', by: 'job="bot"', bad: 'outcome="gone"', good: 'outcome="answered"', loud: 1, quiet: 0 },
    { alert: 'DiscordTurnsAway', series: 'bot_interaction_duration_count', by: 'job="bot"', bad: 'outcome="busy"', good: 'outcome="answered"', loud: 1, quiet: 0 },
  ];

  withPrometheus(`fire where the share is large, and only there${skipReason === undefined ? '' : ` (skipped: ${skipReason})`}`, async () => {
    await using folder = await temporaryFolder();
    const rules = join(folder.path, 'alerts.yml');
    writeFileSync(rules, renderAlerts());
    const tests = CASES.flatMap(({ alert, series, by, bad, good, loud, quiet }) =>
      [loud, quiet].map((count) => ({
        name: `${alert}, ${count} of 10`,
        interval: '1m',
        input_series: [
          { series: `${series}{${by}, ${bad}}`, values: `0+${count}x60` },
          { series: `${series}{${by}, ${good}}`, values: `0+${10 - count}x60` },
        ],
        promql_expr_test: [{ expr: `count(ALERTS{alertname="${alert}", alertstate="firing"})`, eval_time: '50m', exp_samples: count === loud ? [{ labels: '{}', value: 1 }] : [] }],
      })),
    );
    const file = join(folder.path, 'test.yml');
    writeFileSync(file, JSON.stringify({ rule_files: [rules], evaluation_interval: '1m', tests }));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' });
    expect({ status, said: `${stdout}${stderr}` }).toEqual({ status: 0, said: expect.stringContaining('SUCCESS') });
  });
});

/** Measures something of everything. */
async function feed(target: string): Promise<void> {
  for (const definition of definitionsIn(metrics)) {
    const labels = Object.fromEntries(definition.labels.map((label) => [label, LABELS[label] ?? 'some']));
    const instrument = findInstrument(metrics, definition) as { add?: (value: number, labels: object) => void; record?: (value: number, labels: object) => void; set?: (value: number, labels: object) => void };
    if (definition.kind === 'histogram') instrument.record?.(0.2, labels);
    else if (definition.kind === 'gauge') {
      if (!definition.name.startsWith('nodejs.') && !definition.name.startsWith('v8js.')) instrument.set?.(1, labels);
    } else instrument.add?.(1, labels);
  }
  await llmSpan({ provider: 'openai', model: 'gpt-x', serverAddress: 'api.example' }, async (call) => {
    call.chunk();
    call.setResponse({ usage: { inputTokens: 3, outputTokens: 4, reasoningTokens: 1, cacheReadTokens: 2 }, costUsd: 0.01, finishReasons: ['stop'] });
  });
  await (await fetch(`http://${target}/`)).text();
}

const LABELS: Readonly<Record<string, string>> = { 'http.response.status_code': '500', outcome: 'failed', success: 'false', 'error.type': 'timeout' };

function findInstrument(value: object, definition: InstrumentDefinition): object | undefined {
  for (const part of Object.values(value) as object[]) {
    if ('definition' in part) {
      if (part.definition === definition) return part;
    } else {
      const found = findInstrument(part, definition);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = Number(addressOf(server).split(':')[1]);
  server.close();
  await once(server, 'close');
  return port;
}

function addressOf(server: ReturnType<typeof createServer>): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return `127.0.0.1:${address.port}`;
}

/** Asks again until it holds. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    if (await condition().catch(() => false)) return;
    if (Date.now() > deadline) throw new Error('Prometheus did not come up');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
