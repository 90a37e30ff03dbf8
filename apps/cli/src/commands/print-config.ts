import { type ConfigRow, describeConfig } from '@discord-intelligence/config';

import type { CommandIo } from '../command-io.js';
import { EXIT_CODE, type ExitCode } from '../exit-code.js';
import { renderConfig } from '../render/render-config.js';
import { createPalette } from '../terminal/palette.js';
import { toSafeJson } from '../terminal/safe-text.js';
import { wantsColor } from '../terminal/wants-color.js';

/** What the command line says about `config print`. */
export interface PrintConfigOptions {
  readonly json?: true;
  readonly color?: boolean;
  readonly verbose?: true;
}

/** The settings in force and what is odd about them; the form of `config print --json`. */
export interface ConfigListing {
  readonly variables: readonly ConfigRow[];
  readonly warnings: readonly string[];
}

/**
 * Shows every setting, its value and where it comes from.
 *
 * @throws ConfigError when settings cannot be used.
 */
export async function printConfig({ json, color, verbose }: PrintConfigOptions, io: CommandIo): Promise<ExitCode> {
  const config = await io.loadConfig();
  const listing: ConfigListing = { variables: describeConfig(config), warnings: config.warnings };
  const { stdout, environment } = io;
  await stdout.write(
    json
      ? `${toSafeJson(listing, 2)}\n`
      : renderConfig(listing, {
          width: stdout.columns ?? 80,
          palette: createPalette(wantsColor({ flag: color, environment, isTty: stdout.isTty })),
          isVerbose: verbose ?? false,
        }),
  );
  return EXIT_CODE.ok;
}
