import type { Config } from '@discord-intelligence/config';
import { createLanguageModels, createTextAnalyzer, describePlan, planLanguageModels } from '@discord-intelligence/pipeline';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

import { isLoopback } from './access/loopback.js';
import { createServer } from './create-server.js';
import type { Readiness } from './health/readiness.js';
import type { ServerTelemetry } from './telemetry/start-telemetry.js';

/** What a server is started with. */
export interface StartServerOptions {
  readonly config: Config;
  readonly logger: FastifyBaseLogger;
  readonly readiness: Readiness;
  readonly telemetry: ServerTelemetry;
}

/** A setting that would be unsafe, told to the person who starts the program. */
export class UnsafeSettingError extends Error {
  override readonly name = 'UnsafeSettingError';
}

/**
 * Starts the server that the settings ask for.
 *
 * @throws RouterConfigError when the router's file cannot be used; UnsafeSettingError when it would listen beyond this machine without keys.
 */
export async function startServer({ config, logger, readiness, telemetry }: StartServerOptions): Promise<FastifyInstance> {
  const { host, port, bodyLimitBytes, keys } = config.api;
  if (!isLoopback(host) && keys.length === 0) {
    throw new UnsafeSettingError(
      `API_HOST is ${host}, which other machines can reach, and API_KEYS is empty. ` +
        'Set API_KEYS to a list of keys that callers must send, or API_HOST to 127.0.0.1.',
    );
  }
  for (const warning of config.warnings) logger.warn(warning);
  const { maxCharacters } = config.analysis;
  const plan = planLanguageModels(config);
  logger.info(describePlan(plan), plan.provider === 'none' ? 'analyses are made offline' : 'analyses ask a language model');
  const languageModels = await createLanguageModels(config, { plan });
  try {
    const app = createServer({
      analyzeText: createTextAnalyzer({ maxCharacters, languageModels }),
      trialAnalyzer: createTextAnalyzer({ maxCharacters }),
      logger,
      readiness,
      telemetry,
      bodyLimitBytes,
      keys: keys.map((key) => key.reveal()),
    });
    app.addHook('onClose', async () => languageModels?.[Symbol.asyncDispose]());
    await app.listen({ host, port });
    return app;
  } catch (error) {
    // A server that never was closes nothing, and a router's connection to Redis would hold the process for good.
    await languageModels?.[Symbol.asyncDispose]();
    throw error;
  }
}
