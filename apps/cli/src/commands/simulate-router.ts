import { comparePolicies, readTrace, type RouterConfigInput, type SimulationTrace, STRATEGY_NAMES } from '@discord-intelligence/router';

import type { CommandIo } from '../command-io.js';
import { CliError } from '../errors.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { nameInput, readInput } from '../input/read-input.js';
import { didYouMean } from '../options/did-you-mean.js';
import { renderSimulation } from '../render/render-simulation.js';
import { loadRouter } from '../router/load-router.js';
import { createPalette } from '../terminal/palette.js';
import { toSafeJson, toSafeLine } from '../terminal/safe-text.js';
import { wantsColor } from '../terminal/wants-color.js';

/** What the command line says about `router simulate`. */
export interface SimulateOptions {
  /** The router's YAML. */
  readonly config?: string;
  /** Names of strategies with commas between them. */
  readonly strategy?: string;
  readonly seed: string;
  readonly json?: true;
  readonly color?: boolean;
}

/**
 * Plays a trace through the router and shows what it would have come to, for each strategy that is asked for.
 *
 * @throws CliError when trace or options cannot be used; RouterConfigError when the configuration cannot.
 */
export async function simulateRouter(tracePath: string, options: SimulateOptions, io: CommandIo): Promise<ExitCode> {
  const { input } = loadRouter(options.config, await io.loadConfig());
  const trace = await loadTrace(tracePath, io);
  const reports = await comparePolicies(trace, policiesOf(input, options.strategy), { seed: parseSeed(options.seed) });
  const { stdout, environment } = io;
  const palette = createPalette(wantsColor({ flag: options.color, environment, isTty: stdout.isTty }));
  await stdout.write(options.json ? `${toSafeJson(reports, 2)}\n` : renderSimulation(reports, palette));
  return EXIT_CODE.ok;
}

/** Longest trace, in UTF-16 code units: some hundred thousand requests. */
const LONGEST_TRACE = 100_000_000;

async function loadTrace(path: string, io: CommandIo): Promise<SimulationTrace> {
  const text = await readInput(path, { io, maxCharacters: LONGEST_TRACE });
  try {
    return readTrace(text);
  } catch (cause) {
    throw new CliError('usage', `${nameInput(path)}: ${(cause as Error).message}`, { cause });
  }
}

function policiesOf(input: RouterConfigInput, names: string | undefined): Record<string, RouterConfigInput> {
  if (names === undefined) return { [`as configured (${input.strategy ?? 'simple-shuffle'})`]: input };
  return Object.fromEntries(
    names.split(',').map((each) => {
      const name = each.trim();
      const strategy = STRATEGY_NAMES.find((known) => known === name);
      if (strategy === undefined) {
        const meant = didYouMean(name, STRATEGY_NAMES);
        throw new CliError('usage', `--strategy knows no '${toSafeLine(name)}'${meant === undefined ? '' : ` (Did you mean ${meant}?)`}; there are ${STRATEGY_NAMES.join(', ')}`);
      }
      return [name, { ...input, strategy }];
    }),
  );
}

function parseSeed(text: string): number {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new CliError('usage', `--seed must be a whole number from 0, got ${toSafeLine(text)}`);
  return seed;
}
