import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';

import { type ResponseModel, upgradeStored } from '../../src/index.js';
import { errorOf } from '../support/error-of.js';

const schema = z.object({ fullName: z.string(), tags: z.array(z.string()) });
const model: ResponseModel<typeof schema> = {
  schema,
  version: 3,
  migrations: {
    1: (stored) => ({ fullName: (stored as { name: string }).name }),
    2: (stored) => ({ ...(stored as object), tags: [] }),
  },
};

describe('stored data', () => {
  it('is brought forward step by step and validated', async () => {
    await expect(upgradeStored(model, { name: 'Ada' }, 1)).resolves.toEqual({ data: { fullName: 'Ada', tags: [] }, applied: [1, 2] });
    await expect(upgradeStored(model, { fullName: 'Ada', tags: ['x'] }, 3)).resolves.toEqual({ data: { fullName: 'Ada', tags: ['x'] }, applied: [] });
  });

  it('that does not fit afterwards is refused', async () => {
    const error = await errorOf(upgradeStored(model, { name: 7 }, 1));

    expect(error.kind).toBe('validation');
    expect(error.issues).toEqual([{ path: ['fullName'], code: 'invalid_type', message: 'is not a valid string' }]);
  });

  it.each([[4, 'does not fit'], [0, 'does not fit'], [1.5, 'does not fit']])('of version %s is refused', async (version, message) => {
    await expect(upgradeStored(model, {}, version)).rejects.toThrow(message);
  });

  it('without a way forward is refused', async () => {
    await expect(upgradeStored({ schema, version: 2 }, {}, 1)).rejects.toThrow('no migration from version 1 to 2');
  });
});
