import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Public texts that may not be redistributed: they are read where a checkout has them beside it. */
const FOLDER = join(__dirname, '../../../../../shared/data/dev');

/** Why tests on public texts are skipped here; undefined when they are not. */
export const whyNoPublicData = existsSync(FOLDER) ? undefined : 'the public texts are not beside this checkout';

/** The texts of one source. */
export function publicTexts(source: string): string[] {
  const lines = readFileSync(join(FOLDER, `${source}.jsonl`), 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}
