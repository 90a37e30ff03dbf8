#!/usr/bin/env node
import process from 'node:process';

import { CliError } from './errors.js';
import { EXIT_CODE } from './exit-code.js';
import { createProcessIo } from './process-io.js';
import { run } from './run.js';

const controller = new AbortController();
process.once('SIGINT', () => {
  controller.abort(new CliError('interrupted', 'interrupted'));
});

for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, () => {
    // What escaped `run` is a defect; a stack trace would be the user's to read and the text's to leak into.
    process.stderr.write('discord-intelligence: this is a defect of the program, please report it\n');
    process.exit(EXIT_CODE.internal);
  });
}

const exitCode = await run(process.argv.slice(2), createProcessIo(controller.signal));
// By now all output is handed over. A plain return would wait for a read that Ctrl-C left behind.
process.exit(exitCode);
