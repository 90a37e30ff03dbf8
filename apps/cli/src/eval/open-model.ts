import { createLanguageModels, type LanguageModelChoice, type OpenLanguageModels, planLanguageModels } from '@discord-intelligence/pipeline';

import type { CommandIo } from '../command-io.js';
import { CliError } from '../errors.js';

/** Somebody waits for all texts, not for this one. */
const DEADLINE_MS = 120_000;

/**
 * Opens the language model that an evaluation asks.
 *
 * @throws CliError `usage` when the settings lead to none; ConfigError and RouterConfigError when they cannot be used.
 */
export async function openModel(io: CommandIo, choice: Pick<LanguageModelChoice, 'model' | 'baseUrl'>): Promise<OpenLanguageModels> {
  const config = await io.loadConfig();
  const models = await createLanguageModels(config, { ...choice, deadlineMs: DEADLINE_MS });
  if (models !== undefined) return models;
  const plan = planLanguageModels(config, choice);
  throw new CliError('usage', `no language model can be asked${plan.provider === 'none' ? `: ${plan.reason}` : ''}; name one with --base-url and --model`);
}
