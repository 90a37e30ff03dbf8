import type { LuaScript } from '../../redis/lua-script.js';

/** Notes that the request is about to leave. Number of keys: 1. */
export const MARK_SENT: LuaScript = {
  name: 'budget-mark-sent',
  lua: `
-- KEYS[1] reservation
-- Reply: 1 when it is open, else 0
local state = redis.call('HGET', KEYS[1], 'st')
if state == 'open' then redis.call('HSET', KEYS[1], 'st', 'sent') end
return (state == 'open' or state == 'sent') and 1 or 0
`,
};
