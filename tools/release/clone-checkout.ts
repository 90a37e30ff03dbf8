import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { linkDependencies } from '../workspace/link-dependencies.js';
import { type CommandOptions, runOrThrow } from '../workspace/run-command.js';

/** Git for a throw-away clone: an author of its own, and neither hooks nor signing of the machine's. */
export const CLONE_GIT = {
  GIT_AUTHOR_NAME: 'rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@localhost',
  GIT_COMMITTER_NAME: 'rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@localhost',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_TERMINAL_PROMPT: '0',
} as const;

/**
 * Clones the repository with its history, puts the working tree as it is now on
 * top (uncommitted and new files too, ignored ones not) and links the installed
 * dependencies. The original is only read.
 *
 * @throws {Error} if the root is no git repository.
 */
export async function cloneCheckout(root: string, to: string, signal: AbortSignal): Promise<void> {
  const inRoot: CommandOptions = { cwd: root, signal };
  const inClone: CommandOptions = { cwd: to, env: CLONE_GIT, signal };
  await runOrThrow('git', ['clone', '--quiet', '--no-hardlinks', root, to], inRoot);

  const tracked = await listFiles(['--cached'], inRoot);
  const current = await listFiles(['--cached', '--others', '--exclude-standard'], inRoot);
  for (const path of tracked) rmSync(join(to, path), { force: true });
  for (const path of current) {
    if (!existsSync(join(root, path))) continue;
    mkdirSync(dirname(join(to, path)), { recursive: true });
    cpSync(join(root, path), join(to, path));
  }
  await runOrThrow('git', ['add', '--all'], inClone);
  const changes = await runOrThrow('git', ['status', '--porcelain'], inClone);
  if (changes !== '') await runOrThrow('git', ['commit', '--quiet', '--message', 'fix: what is not committed yet'], inClone);

  linkDependencies(root, to);
}

async function listFiles(kinds: readonly string[], options: CommandOptions): Promise<readonly string[]> {
  const listed = await runOrThrow('git', ['ls-files', '-z', ...kinds], options);
  return listed.split('\0').filter(Boolean);
}
