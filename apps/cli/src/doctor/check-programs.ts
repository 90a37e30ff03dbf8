import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

import type { CommandIo } from '../command-io.js';
import type { Check, Finding } from './check.js';

interface Program {
  readonly name: string;
  /** Names it goes by, the usual one first. */
  readonly files: readonly string[];
  readonly purpose: string;
  readonly install: string;
}

const PROGRAMS: readonly Program[] = [
  { name: 'redis-server', files: ['redis-server'], purpose: 'tests against a real Redis', install: 'apt install redis-server' },
  { name: 'ffmpeg', files: ['ffmpeg'], purpose: 'reading recordings', install: 'apt install ffmpeg' },
  {
    name: 'pocketsphinx',
    files: ['pocketsphinx_continuous', 'pocketsphinx'],
    purpose: 'offline transcription of English speech',
    install: 'apt install pocketsphinx pocketsphinx-en-us',
  },
];

/** Which optional programs can be found. None is needed to analyse a text. */
export const checkPrograms: Check = ({ io, isVerbose }) =>
  Promise.all(
    PROGRAMS.map(async ({ name, files, purpose, install }): Promise<Finding> => {
      const path = await findProgram(files, io);
      if (path === undefined) {
        return { name, status: 'off', detail: `not found; it is for ${purpose}`, action: `Install it if you need that, on Debian: ${install}.` };
      }
      return { name, status: 'ok', detail: isVerbose ? path : 'found' };
    }),
  );

/** Where the first of these programs is, looking along `PATH`; nothing is run. */
async function findProgram(files: readonly string[], { environment }: CommandIo): Promise<string | undefined> {
  // Relative entries would make the answer depend on the folder one happens to be in.
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/') || /^[a-z]:/i.test(folder));
  const endings = ['', '.exe'];
  const candidates = files.flatMap((file) => folders.flatMap((folder) => endings.map((ending) => join(folder, file + ending))));
  for (const path of candidates) {
    const isProgram = await stat(path).then((status) => status.isFile(), () => false);
    if (isProgram && (await access(path, constants.X_OK).then(() => true, () => false))) return path;
  }
  return undefined;
}
