/**
 * Writes the files that are made from the registry of variables.
 *
 *   node -C @discord-intelligence/source --import tsx packages/config/scripts/generate.ts [--check]
 *
 * With `--check` nothing is written; a stale file is named and the exit code is 1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { renderConfigurationReference, renderEnvExample } from '../src/index.js';

const FILES = {
  '.env.example': renderEnvExample,
  'docs/configuration.md': renderConfigurationReference,
};

const isCheck = process.argv.includes('--check');
for (const [name, render] of Object.entries(FILES)) {
  const file = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  const text = render();
  if (textOf(file) === text) continue;
  if (isCheck) {
    console.error(`${name} is stale. Run packages/config/scripts/generate.ts to write it again.`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`${name} written.`);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // not written yet
  }
}
