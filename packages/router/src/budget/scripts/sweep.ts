import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_PARTS } from './parts.js';

/**
 * Closes reservations whose lease ran out: charged when sent, given back when not. Number of keys: 1.
 *
 * The keys of the reservations and windows are found on the server; the hash tag that they share
 * with KEYS[1] keeps them in its slot, so that this works in a Redis Cluster.
 */
export const SWEEP: LuaScript = {
  name: 'budget-sweep',
  lua: `
-- KEYS[1] leases
-- ARGV[1] prefix of reservations, ARGV[2] how many at most, ARGV[3] ms that a closed reservation is remembered
-- Reply: charged, released
${LUA_PARTS}
local charged, released = 0, 0
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now_ms(), 'LIMIT', 0, ARGV[2])) do
  local key = ARGV[1] .. id
  local known = redis.call('HMGET', key, 'st', 'amt', 'n')
  local state = known[1]
  if state == 'open' or state == 'sent' then
    for j = 1, tonumber(known[3]) do
      local window = redis.call('HGET', key, 'k' .. j)
      unreserve(window, known[2])
      if state == 'sent' then redis.call('HINCRBY', window, 's', known[2]) end
    end
    if state == 'sent' then charged = charged + 1 else released = released + 1 end
    redis.call('HSET', key, 'st', state == 'sent' and 'charged' or 'released')
    redis.call('PEXPIRE', key, ARGV[3])
  end
  redis.call('ZREM', KEYS[1], id)
end
return {charged, released}
`,
};
