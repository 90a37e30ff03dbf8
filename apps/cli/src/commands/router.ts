import type { CommandIo } from '../command-io.js';
import type { Finding } from '../doctor/check.js';
import { CliError } from '../errors.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { renderFindings } from '../render/render-findings.js';
import { inspectRouter } from '../router/inspect-router.js';
import { loadRouter } from '../router/load-router.js';
import { readHealth, readUsage } from '../router/read-router.js';
import { createPalette } from '../terminal/palette.js';
import { toSafeJson } from '../terminal/safe-text.js';
import { wantsColor } from '../terminal/wants-color.js';

/** What the command line says about `router check`, `usage` and `health`. */
export interface RouterOptions {
  readonly json?: true;
  readonly color?: boolean;
  /** `name=value`, each of them. */
  readonly label?: readonly string[];
}

/** Looks at a router configuration without asking anybody. @throws RouterConfigError when it cannot be used. */
export async function checkRouter(file: string | undefined, options: RouterOptions, io: CommandIo): Promise<ExitCode> {
  const loaded = loadRouter(file, await io.loadConfig());
  return show(`Router made of ${loaded.source}`, await inspectRouter(loaded), options, io);
}

/** Shows where budgets stand. @throws RouterConfigError when the configuration cannot be used. */
export async function showUsage(file: string | undefined, options: RouterOptions, io: CommandIo): Promise<ExitCode> {
  const labels = parseLabels(options.label ?? []);
  const loaded = loadRouter(file, await io.loadConfig());
  return show(`Budgets of the router made of ${loaded.source}`, await readUsage(loaded, labels), options, io);
}

/** Shows which deployments are in service. @throws RouterConfigError when the configuration cannot be used. */
export async function showHealth(file: string | undefined, options: RouterOptions, io: CommandIo): Promise<ExitCode> {
  const loaded = loadRouter(file, await io.loadConfig());
  return show(`Deployments of the router made of ${loaded.source}`, await readHealth(loaded), options, io);
}

async function show(title: string, findings: readonly Finding[], { json, color }: RouterOptions, { stdout, environment }: CommandIo): Promise<ExitCode> {
  const isSound = findings.every(({ status }) => status !== 'problem');
  const palette = createPalette(wantsColor({ flag: color, environment, isTty: stdout.isTty }));
  await stdout.write(
    json
      ? `${toSafeJson({ sound: isSound, findings }, 2)}\n`
      : `${palette.heading(title)}\n${renderFindings(findings, { width: Math.min(stdout.columns ?? 80, 100), palette, isVerbose: false })}`,
  );
  return isSound ? EXIT_CODE.ok : EXIT_CODE.usage;
}

function parseLabels(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name, value] = /^([^=]+)=(.+)$/.exec(text) ?? [];
      if (name === undefined || value === undefined) throw new CliError('usage', '--label must be name=value, such as user=u1');
      return [name, value];
    }),
  );
}
