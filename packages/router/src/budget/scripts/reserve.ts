import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_PARTS } from './parts.js';

/** Holds an amount against every line or against none. Number of keys: 2 + 2 for each line. */
export const RESERVE: LuaScript = {
  name: 'budget-reserve',
  lua: `
-- KEYS[1] reservation, KEYS[2] leases, then for each line: window, account
-- ARGV[1] id, ARGV[2] amount, ARGV[3] lease in ms, ARGV[4] ms that a closed reservation is remembered,
--   then for each line: index, limit, ms to keep, alerts as percent:threshold,...
-- Reply: 1 reserved | 2 seen before | 0 refused, refusing line from 0, 1 if leases ran out, then for each line: spent, reserved, carried, alerts
${LUA_PARTS}
local amount, now = tonumber(ARGV[2]), now_ms()
local lines = (#KEYS - 2) / 2
local reply = {1, 0, 0}
if #redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', now, 'LIMIT', 0, 1) > 0 then reply[3] = 1 end

local isKnown = redis.call('EXISTS', KEYS[1]) == 1
local debts, spents, reserveds = {}, {}, {}
for j = 1, lines do
  local window, account = KEYS[1 + 2 * j], KEYS[2 + 2 * j]
  local index, limit, keep = tonumber(ARGV[1 + 4 * j]), tonumber(ARGV[2 + 4 * j]), ARGV[3 + 4 * j]
  local debt, isNew, a = carried(window, account, index)
  debts[j] = debt
  redis.call('HSET', window, 'c', digits(debt), 'l', ARGV[2 + 4 * j])
  redis.call('PEXPIRE', window, keep)
  if isNew then
    redis.call('HSET', account, 'i', index, 'k', window)
    if a[1] then
      redis.call('HSET', account, 'pi', a[1], 'pk', a[2])
    end
  end
  redis.call('PEXPIRE', account, keep)
  local spent, reserved = counters(window)
  spents[j], reserveds[j] = spent, reserved
  if not isKnown and reply[1] == 1 and (limit == 0 or debt + spent + reserved + amount > limit) then
    reply[1], reply[2] = 0, j - 1
  end
end

if isKnown then
  reply[1] = 2
elseif reply[1] == 1 then
  local fields = {'st', 'open', 'amt', ARGV[2], 'n', lines}
  for j = 1, lines do
    reserveds[j] = redis.call('HINCRBY', KEYS[1 + 2 * j], 'r', ARGV[2])
    fields[#fields + 1] = 'k' .. j
    fields[#fields + 1] = KEYS[1 + 2 * j]
  end
  redis.call('HSET', KEYS[1], unpack(fields))
  redis.call('PEXPIRE', KEYS[1], ARGV[3] + ARGV[4])
  redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
end

for j = 1, lines do
  reply[#reply + 1] = spents[j]
  reply[#reply + 1] = reserveds[j]
  reply[#reply + 1] = debts[j]
  reply[#reply + 1] = crossed(KEYS[1 + 2 * j], spents[j] + debts[j], ARGV[4 + 4 * j])
end
return reply
`,
};
