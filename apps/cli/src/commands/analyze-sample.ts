import { samplePath } from '../app-files.js';
import type { CommandIo } from '../command-io.js';
import type { ExitCode } from '../exit-code.js';
import { COMMAND } from '../output/complain.js';
import { analyze } from './analyze.js';

/** As the sample's first line has it. */
const TITLE = 'Should Harbour Street be closed to cars?';

/** Shows what the command does, on a text that comes with it. */
export async function analyzeSample(io: CommandIo): Promise<ExitCode> {
  const exitCode = await analyze([samplePath()], { title: TITLE }, io);
  await io.stdout.write(
    `\nThat was the bundled sample. Your own text: ${COMMAND} analyze <file>\n` +
      `(here in the repository: npm start -- analyze <file>). More: --help\n`,
  );
  return exitCode;
}
