import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_PARTS } from './parts.js';

/** Extends the lease of an open reservation. Number of keys: 2. */
export const RENEW: LuaScript = {
  name: 'budget-renew',
  lua: `
-- KEYS[1] reservation, KEYS[2] leases
-- ARGV[1] id, ARGV[2] lease in ms, ARGV[3] ms that a closed reservation is remembered
-- Reply: 1 when it is open, else 0
${LUA_PARTS}
local state = redis.call('HGET', KEYS[1], 'st')
if state ~= 'open' and state ~= 'sent' then return 0 end
redis.call('ZADD', KEYS[2], 'XX', now_ms() + ARGV[2], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[2] + ARGV[3])
return 1
`,
};
