import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const ROOT = join(__dirname, '../..');
const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>;
};

describe('the lock file', () => {
  it('names no host, so that any mirror can serve it', () => {
    const hosts = Object.entries(packages).filter(([, { resolved, link }]) => resolved !== undefined && link !== true);
    expect(hosts.map(([path]) => path)).toEqual([]);
  });

  // A version that was published without some of its platform binaries installs
  // here and breaks `npm ci` on the platform whose binary is missing.
  it('holds every platform binary that an installed package may ask for', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isInstalledFor(path, name))
        .map((name) => `${path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('holds every dependency of every installed package', () => {
    const missing = Object.entries(packages).flatMap(([path, { dependencies = {} }]) =>
      Object.keys(dependencies)
        .filter((name) => !isInstalledFor(path, name))
        .map((name) => `${path} -> ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('installs nothing that refuses the oldest Node.js we promise', () => {
    const refusing = Object.entries(packages)
      .filter(([, { engines, optional }]) => optional !== true && /^>=?\s*(?:2[1-9]|[3-9]\d)\b[^|]*$/.test(engines?.node ?? ''))
      .map(([path, { version = '', engines }]) => `${path} ${version} wants ${engines?.node ?? ''}`);
    expect(refusing).toEqual([]);
  });
});

/** Looks where Node.js looks: in the package's own `node_modules`, then in each one above it. */
function isInstalledFor(path: string, name: string): boolean {
  const folders = path.split('/');
  return [...folders.keys(), folders.length].some((depth) => {
    const above = folders.slice(0, depth).join('/');
    return `${above === '' ? '' : `${above}/`}node_modules/${name}` in packages;
  });
}
