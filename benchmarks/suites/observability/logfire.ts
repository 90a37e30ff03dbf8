import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@pydantic/logfire-node@0.18.25';
const INSTALL_TIMEOUT_MS = 300_000;

/** Where Logfire's own SDK is installed. */
export interface InstalledLogfire extends Disposable {
  readonly folder: string;
}

/**
 * Installs Logfire's own SDK into a folder of its own; a text says why not. Not a dependency of this repository: it
 * brings some 300 packages and 240 MB.
 */
export function installLogfire(): InstalledLogfire | string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-logfire-'));
  const remove = () => { rmSync(folder, { recursive: true, force: true }); };
  const npm = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', PACKAGE];
  const { status, stderr } = spawnSync('npm', npm, { encoding: 'utf8', timeout: INSTALL_TIMEOUT_MS });
  if (status === 0) return { folder, [Symbol.dispose]: remove };
  remove();
  return `${PACKAGE} could not be installed (${/npm error code (\w+)/u.exec(stderr)?.[1] ?? `npm ended with ${String(status)}`})`;
}
