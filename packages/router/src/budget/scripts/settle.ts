import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_PARTS } from './parts.js';

/** Replaces a reservation by the real cost, once. Number of keys: 2 + 1 for each line. */
export const SETTLE: LuaScript = {
  name: 'budget-settle',
  lua: `
-- KEYS[1] reservation, KEYS[2] leases, then the window of each line
-- ARGV[1] id, ARGV[2] actual, ARGV[3] ms that a closed reservation is remembered,
--   then for each line: ms to keep, alerts as percent:threshold,...
-- Reply: settled | corrected | late | duplicate, then for each line: spent, reserved, carried, alerts
${LUA_PARTS}
local known = redis.call('HMGET', KEYS[1], 'st', 'amt')
local state, amount, actual = known[1], tonumber(known[2] or 0), tonumber(ARGV[2])
local kind, charge = 'late', actual
if state == 'done' then kind, charge = 'duplicate', 0
elseif state == 'open' or state == 'sent' then kind = 'settled'
elseif state == 'charged' then kind, charge = 'corrected', actual - amount
elseif state == 'released' then kind = 'corrected' end

local reply = {kind}
for j = 1, #KEYS - 2 do
  local window = KEYS[2 + j]
  if kind ~= 'duplicate' then
    if kind == 'settled' then unreserve(window, amount) end
    redis.call('HINCRBY', window, 's', digits(charge))
    redis.call('PEXPIRE', window, ARGV[2 + 2 * j])
  end
  local spent, reserved, debt = counters(window)
  reply[#reply + 1] = spent
  reply[#reply + 1] = reserved
  reply[#reply + 1] = debt
  reply[#reply + 1] = crossed(window, spent + debt, ARGV[3 + 2 * j])
end
if kind ~= 'duplicate' then
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'st', 'done')
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return reply
`,
};
