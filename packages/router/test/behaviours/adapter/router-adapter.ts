import type { Adapter } from '../runner/subject.js';

import { startRouterSubject } from './router-subject.js';
import { startProcess } from './start-process.js';
import { warmUp } from './warm-up.js';

/**
 * The adapter from the neutral names of the cases to this package.
 *
 * @param folder Where this file lies: a separate process is started from there.
 */
export function createRouterAdapter(folder: string): Adapter {
  let warm: Promise<void> | undefined;
  return {
    async start(setting) {
      await (warm ??= warmUp());
      return startRouterSubject(setting);
    },
    startProcess: (setting) => startProcess(folder, setting),
  };
}
