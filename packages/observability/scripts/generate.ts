/**
 * Writes the dashboard and the alert rules.
 *
 *   node -C @discord-intelligence/source --import tsx packages/observability/scripts/generate.ts [--check]
 *
 * With `--check` nothing is written; a stale file is named and the exit code is 1.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { renderAlerts } from './alerts.js';
import { renderDashboard } from './dashboard.js';

const FILES = { 'grafana.json': renderDashboard, 'alerts.yml': renderAlerts };
const FOLDER = fileURLToPath(new URL('../dashboards/', import.meta.url));

mkdirSync(FOLDER, { recursive: true });
for (const [name, render] of Object.entries(FILES)) {
  const file = FOLDER + name;
  const text = render();
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    console.error(`dashboards/${name} is stale. Run packages/observability/scripts/generate.ts to write it again.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`dashboards/${name} written.`);
  }
}
