import { createMemoryCooldownStore } from '../../src/cooldown/memory-cooldown-store.js';

import { describeCooldownStore } from './describe-cooldown-store.js';

describeCooldownStore('The memory store', async (options) => ({ store: createMemoryCooldownStore(options), [Symbol.asyncDispose]: async () => undefined }));
