import { fileURLToPath } from 'node:url';

import { type Child, startChild } from '../router/child.js';

/** A way of making spans, in a process of its own. */
export interface Subject {
  readonly name: string;
  readonly child: Child;
  /** What it said when it was ready. */
  readonly hello: { readonly url?: string };
}

/** What is measured, by the names that stand in the tables. */
export const NAMES = {
  none: 'no telemetry',
  off: 'ours, off',
  unsampled: 'ours, on, not sampled',
  ours: 'ours, on',
  opentelemetry: 'OpenTelemetry SDK alone',
  logfire: 'logfire-node 0.18.25',
} as const;

/** A kind of telemetry. */
export type Kind = keyof typeof NAMES;

/** Where spans go and where the peer is installed. */
export interface World {
  readonly url: string;
  /** Undefined when Logfire's own SDK could not be installed. */
  readonly folder: string | undefined;
}

/** Path of a program of this suite. */
export function program(name: string): string {
  return fileURLToPath(new URL(`children/${name}`, import.meta.url));
}

/** Starts a program once for each kind, but for the peer where there is none. */
export async function startSubjects(name: string, kinds: readonly Kind[], world: World, use: (resource: AsyncDisposable) => void): Promise<Map<Kind, Subject>> {
  const subjects = new Map<Kind, Subject>();
  for (const kind of kinds) {
    if (kind === 'logfire' && world.folder === undefined) continue;
    const child = startChild([program(name), JSON.stringify({ kind, ...world })]);
    use(child);
    subjects.set(kind, { name: NAMES[kind], child, hello: await child.next() });
  }
  return subjects;
}
