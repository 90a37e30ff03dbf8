import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { findProjects, SCOPE } from '../workspace/find-projects.js';
import { hasTests } from './tally.js';

const ROOT = join(__dirname, '../..');
const projects = findProjects(ROOT);
const published = projects.filter(({ isPublished }) => isPublished);
const rootManifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { engines: Record<string, string> };
const licence = readFileSync(join(ROOT, 'LICENSE'), 'utf8');

describe.each(projects.map((project) => [project.folder, project] as const))('the manifest of %s', (folder, { name, manifest }) => {
  it('is named after its folder and says what it does in one sentence', () => {
    expect(name).toBe(`${SCOPE}/${folder.split('/').at(-1) ?? ''}`);
    expect(manifest.description).toMatch(/^[A-Z][^\n]{10,150}\.$/);
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', engines: rootManifest.engines });
  });

  it('carries exactly one layer and its own scope', () => {
    const tags = manifest.nx?.tags ?? [];
    expect(tags.filter((tag) => tag.startsWith('layer:'))).toHaveLength(1);
    expect(tags.filter((tag) => tag.startsWith('scope:'))).toEqual([`scope:${folder.split('/').at(-1) ?? ''}`]);
    expect(tags).toHaveLength(2);
  });
});

describe.each(published.map((project) => [project.folder, project] as const))('the published package %s', (folder, { manifest }) => {
  it('has no side effects and ships its build and its sources', () => {
    expect(manifest.sideEffects).toBe(false);
    expect(manifest.files?.slice(0, 2)).toEqual(['dist', 'src']);
    // Where to publish is the publisher's choice: a value here would win over the command line.
    expect(manifest).not.toHaveProperty('publishConfig');
  });

  it('exports the source first, then ESM, then CommonJS, each with its own types', () => {
    const { './package.json': itself, ...entries } = manifest.exports ?? {};
    expect(itself).toBe('./package.json');
    expect(Object.keys(entries)).toContain('.');
    for (const [path, target] of Object.entries(entries)) {
      const stem = path === '.' ? 'index' : path.slice(2);
      // Compared as text, because the order of conditions is their meaning.
      expect(JSON.stringify(target)).toBe(
        JSON.stringify({
          [`${SCOPE}/source`]: `./src/${stem}.ts`,
          import: { types: `./dist/${stem}.d.ts`, default: `./dist/${stem}.js` },
          require: { types: `./dist/${stem}.d.cts`, default: `./dist/${stem}.cjs` },
        }),
      );
    }
  });

  it('lets a consumer choose the version of what it depends on', () => {
    for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
      // The OpenTelemetry packages work as one set of exact versions only: its SDK pins the others.
      expect({ name, range }).toEqual({ name, range: expect.stringMatching(name.startsWith('@opentelemetry/') ? /^\d/ : /^\^/) });
    }
  });

  it('has a README, the licence and a consumer program', () => {
    expect(existsSync(join(ROOT, folder, 'README.md'))).toBe(true);
    expect(readFileSync(join(ROOT, folder, 'LICENSE'), 'utf8')).toBe(licence);
    expect(existsSync(join(ROOT, folder, 'test/smoke.ts'))).toBe(true);
  });
});

// A project without tests has no test target, so nothing else would notice.
describe('every package and application', () => {
  it.each(projects.map(({ folder }) => folder).filter((folder) => /^(?:packages|apps)\//.test(folder)))('has tests: %s', (folder) => {
    expect(hasTests(join(ROOT, folder))).toBe(true);
  });
});

describe('the applications', () => {
  it('follow the workspace, so that a release cannot strand their ranges', () => {
    for (const { manifest } of projects.filter(({ folder }) => folder.startsWith('apps/'))) {
      for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
        if (name.startsWith(`${SCOPE}/`)) expect({ name, range }).toEqual({ name, range: '*' });
      }
    }
  });
});
