import { metrics } from '../src/metrics/catalogue.js';
import { type Panel, ROWS } from './panels.js';
import { prometheusName } from './prometheus-name.js';

const DATASOURCE = { type: 'prometheus', uid: '${datasource}' };
const WIDTH = 24;
const HEIGHT = 8;

/** The dashboard as Grafana imports it (schema version 39, Grafana 11 and later), as text. */
export function renderDashboard(): string {
  let y = 0;
  let id = 0;
  const panels = ROWS.flatMap(({ title, panels: inRow }) => {
    const header = { id: ++id, type: 'row', title, collapsed: false, gridPos: { h: 1, w: WIDTH, x: 0, y }, panels: [] };
    y += 1;
    const perLine = inRow.every(({ kind }) => kind === 'stat') ? inRow.length : Math.min(3, inRow.length);
    const width = Math.floor(WIDTH / perLine);
    const height = perLine > 3 ? 4 : HEIGHT;
    const placed = inRow.map((panel, index) => {
      const gridPos = { h: height, w: width, x: (index % perLine) * width, y: y + Math.floor(index / perLine) * height };
      return { id: ++id, ...renderPanel(panel), gridPos };
    });
    y += Math.ceil(inRow.length / perLine) * height;
    return [header, ...placed];
  });

  const dashboard = {
    __inputs: [{ name: 'DS_PROMETHEUS', label: 'Prometheus', description: 'Where the metrics are.', type: 'datasource', pluginId: 'prometheus', pluginName: 'Prometheus' }],
    __requires: [
      { type: 'grafana', id: 'grafana', name: 'Grafana', version: '11.0.0' },
      { type: 'datasource', id: 'prometheus', name: 'Prometheus', version: '1.0.0' },
    ],
    uid: 'discord-intelligence',
    title: 'Discord Intelligence',
    tags: ['discord-intelligence', 'llm'],
    schemaVersion: 39,
    editable: true,
    graphTooltip: 1,
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    timezone: '',
    annotations: {
      list: [
        {
          name: 'Circuit opened',
          datasource: DATASOURCE,
          enable: true,
          iconColor: 'red',
          expr: `changes(${prometheusName(metrics.router.circuitState.definition.name)}{job=~"$job"}[1m]) > 0 and ${prometheusName(metrics.router.circuitState.definition.name)}{job=~"$job"} == 2`,
          titleFormat: 'Circuit opened: {{provider}} {{model}}',
        },
      ],
    },
    templating: {
      list: [
        { name: 'datasource', label: 'Data source', type: 'datasource', query: 'prometheus', current: { text: '${DS_PROMETHEUS}', value: '${DS_PROMETHEUS}' } },
        variable('job', 'Job', 'label_values(target_info, job)'),
        variable('provider', 'Provider', 'label_values(gen_ai_client_operation_duration_count, gen_ai_provider_name)'),
        variable('model', 'Model', 'label_values(gen_ai_client_operation_duration_count, gen_ai_request_model)'),
        variable('route', 'Route', 'label_values(llm_router_attempts_total, route)'),
      ],
    },
    links: [],
    panels,
  };
  return `${JSON.stringify(dashboard, null, 2)}\n`;
}

/** "All" matches what has no such label, too. */
function variable(name: string, label: string, query: string) {
  return {
    name,
    label,
    type: 'query',
    datasource: DATASOURCE,
    query: { query, refId: name },
    definition: query,
    refresh: 2,
    includeAll: true,
    multi: true,
    allValue: '.*',
    sort: 1,
    current: { text: 'All', value: '$__all' },
  };
}

function renderPanel({ title, kind, unit, queries, description }: Panel) {
  return {
    type: kind,
    title,
    ...(description !== undefined && { description }),
    datasource: DATASOURCE,
    fieldConfig: {
      defaults: {
        unit,
        ...(kind === 'timeseries' && { custom: { lineWidth: 1, fillOpacity: 10, showPoints: 'never' } }),
        // A point that carries an exemplar leads to its trace.
        links: [{ title: 'Trace', url: '/explore?left={"queries":[{"query":"${__data.fields.trace_id}"}]}', targetBlank: true }],
      },
      overrides: [],
    },
    options: kind === 'timeseries' ? { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } } : {},
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode(65 + index),
      datasource: DATASOURCE,
      expr,
      legendFormat: legend,
      ...(kind === 'table' ? { instant: true, format: 'table' } : { range: true }),
    })),
  };
}
