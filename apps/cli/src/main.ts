#!/usr/bin/env node
import process from 'node:process';

import { CliError } from './errors.js';
import { EXIT_CODE } from './exit-code.js';
import { createProcessIo } from './process-io.js';
import { run } from './run.js';

/** Milliseconds that what is left open may hold the process after its work is done. */
const LINGER_MS = 20;

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

process.exitCode = await run(process.argv.slice(2), createProcessIo(controller.signal));
// A read that Ctrl-C left behind has no end.
if (controller.signal.aborted) process.exit();
// All output is handed over and all telemetry delivered by now. Whatever still holds the process, such as a connection
// kept for reuse, does so for this long at most; without any, it ends at once.
setTimeout(() => process.exit(), LINGER_MS).unref();
