import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { findProjects, SCOPE } from './find-projects.js';

/**
 * Gives a copy of the workspace the installed dependencies of the original, as
 * links, in milliseconds and without a network. Our own packages link to the
 * copy's folders, so nothing in the copy sees the original's sources.
 */
export function linkDependencies(from: string, to: string): void {
  linkEach(join(from, 'node_modules'), join(to, 'node_modules'), (name) => name !== SCOPE && !isBookkeeping(name));
  mkdirSync(join(to, 'node_modules', SCOPE), { recursive: true });
  for (const { name, folder } of findProjects(to)) {
    symlinkSync(join(to, folder), join(to, 'node_modules', name), 'dir');
    const nested = join(from, folder, 'node_modules');
    if (existsSync(nested)) linkEach(nested, join(to, folder, 'node_modules'), (entry) => !isBookkeeping(entry));
  }
}

function linkEach(from: string, to: string, wanted: (name: string) => boolean): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).filter(wanted)) symlinkSync(join(from, name), join(to, name), 'dir');
}

/** npm's lock copy and tools' caches belong to the original alone. */
function isBookkeeping(name: string): boolean {
  return name.startsWith('.') && name !== '.bin';
}
