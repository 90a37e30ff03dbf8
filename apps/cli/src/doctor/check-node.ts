import { version } from 'node:process';

import type { Check } from './check.js';

/** The oldest version that is tested, as `engines` in the manifest says. */
const OLDEST = [20, 20] as const;

/** Whether this Node is new enough. */
export const checkNode: Check = async () => {
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  const isNewEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  return [
    isNewEnough
      ? { name: 'Node.js', status: 'ok', detail: version }
      : { name: 'Node.js', status: 'problem', detail: version, action: `Install ${OLDEST.join('.')} or newer.` },
  ];
};
