import process from 'node:process';

import { getConfig } from '@discord-intelligence/config';

import { run } from './run.js';

const end = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // The first signal ends in order; with the listener gone, a second one ends at once.
  process.once(signal, () => {
    end.abort();
  });
}

const code = await run({
  args: process.argv.slice(2),
  getConfig,
  stdout: process.stdout,
  stderr: process.stderr,
  errors: process,
  signal: end.signal,
});
// Sockets that are kept for reuse would hold the process for some seconds.
process.exit(code);
