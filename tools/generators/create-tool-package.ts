import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { readManifest } from '../workspace/find-projects.js';

/** Where the template lies, from the root; every file in it ends in `.template`. */
const TEMPLATE = 'tools/generators/tool-template';

/** Lower-case words joined by hyphens, as npm and our folder names have it. */
const NAME = /^[a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,4}$/;

/**
 * Writes the package of a new analysis tool, which compiles, passes its tests
 * and can be released from the moment it is there.
 *
 * @param root The repository.
 * @param asked What the tool is about: `irony` or `irony-tool` makes `packages/irony-tool`.
 * @returns the files written, relative to the root.
 * @throws {Error} if the name is no kebab-case name or the package is already there.
 */
export function createToolPackage(root: string, asked: string): readonly string[] {
  const name = asked.replace(/-tool$/, '');
  if (!NAME.test(name)) {
    throw new Error(`"${asked}" does not do as a name: use lower-case words joined by hyphens, such as reading-level`);
  }
  const folder = `packages/${name}-tool`;
  if (existsSync(join(root, folder))) throw new Error(`${folder} is already there`);

  const contract = readManifest(join(root, 'packages/analysis-tool'));
  const values: Readonly<Record<string, string>> = {
    name,
    Name: name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
    words: name.replaceAll('-', ' '),
    version: contract.version,
    zodRange: contract.dependencies?.zod ?? '*',
    nodeRange: contract.engines?.node ?? '*',
  };
  const template = join(root, TEMPLATE);
  const written = readdirSync(template, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.template'))
    .map((path) => {
      const target = `${folder}/${path.replace('__name__', name).slice(0, -'.template'.length)}`;
      mkdirSync(dirname(join(root, target)), { recursive: true });
      writeFileSync(join(root, target), fillIn(readFileSync(join(template, path), 'utf8'), values));
      return target;
    });
  copyFileSync(join(root, 'LICENSE'), join(root, folder, 'LICENSE'));
  return [...written, `${folder}/LICENSE`].sort();
}

function fillIn(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{(\w+)\}\}/g, (placeholder, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The template asks for ${placeholder}, which nobody gives`);
    return value;
  });
}
