import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// This file stands in src/, and its compiled form in dist/: both one level below what travels with the app.
const APP = new URL('../', import.meta.url);

/** The text that is analysed when the command is given nothing. */
export function samplePath(): string {
  return fileURLToPath(new URL('sample/town-hall.md', APP));
}

/** The version of this app. */
export function appVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('package.json', APP), 'utf8')) as { readonly version: string };
  return manifest.version;
}
