import { ConfigError } from '@discord-intelligence/config';

import type { CommandIo } from '../command-io.js';
import type { Check, CheckContext, Finding } from '../doctor/check.js';
import { checkAnalysis } from '../doctor/check-analysis.js';
import { checkFeatures, checkKeys } from '../doctor/check-features.js';
import { checkLanguageModel } from '../doctor/check-language-model.js';
import { checkNode } from '../doctor/check-node.js';
import { checkPrograms } from '../doctor/check-programs.js';
import { checkRedis } from '../doctor/check-redis.js';
import { checkSettings, describeSettingsProblem } from '../doctor/check-settings.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { renderFindings } from '../render/render-findings.js';
import { createPalette } from '../terminal/palette.js';
import { toSafeJson } from '../terminal/safe-text.js';
import { wantsColor } from '../terminal/wants-color.js';

const CHECKS: readonly Check[] = [
  checkNode,
  checkAnalysis,
  checkLanguageModel,
  checkSettings,
  checkFeatures,
  checkKeys,
  checkRedis,
  checkPrograms,
];

/** What the command line says about `doctor`. */
export interface DoctorOptions {
  readonly json?: true;
  readonly color?: boolean;
  readonly verbose?: true;
}

/** Shows what works here and what to do about the rest. The code tells only of what was asked for and does not work. */
export async function doctor({ json, color, verbose }: DoctorOptions, io: CommandIo): Promise<ExitCode> {
  const isVerbose = verbose ?? false;
  const settings = await loadSettings(io);
  const context: CheckContext = { config: settings.config, io, isVerbose };
  const findings = [...settings.findings, ...(await Promise.all(CHECKS.map((check) => check(context)))).flat()];
  io.signal.throwIfAborted();
  const isHealthy = findings.every(({ status }) => status !== 'problem');
  const { stdout, environment } = io;
  await stdout.write(
    json
      ? `${toSafeJson({ healthy: isHealthy, checks: findings }, 2)}\n`
      : renderFindings(findings, {
          width: Math.min(stdout.columns ?? 80, 100),
          palette: createPalette(wantsColor({ flag: color, environment, isTty: stdout.isTty })),
          isVerbose,
        }),
  );
  return isHealthy ? EXIT_CODE.ok : EXIT_CODE.usage;
}

async function loadSettings(io: CommandIo): Promise<Pick<CheckContext, 'config'> & { readonly findings: readonly Finding[] }> {
  try {
    return { config: await io.loadConfig(), findings: [] };
  } catch (error) {
    if (!ConfigError.is(error)) throw error;
    return { config: undefined, findings: describeSettingsProblem(error) };
  }
}
