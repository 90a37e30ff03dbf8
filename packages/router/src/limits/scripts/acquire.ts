import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_WINDOW } from './parts.js';

/** Counts a request or says which limit refuses it. Number of keys: 1. */
export const ACQUIRE: LuaScript = {
  name: 'limit-acquire',
  lua: `
-- KEYS[1] window of a deployment
-- ARGV[1] rpm or -1, ARGV[2] tpm or -1, ARGV[3] tokens, ARGV[4] window in ms, ARGV[5] bucket in ms
-- Reply: 1, bucket, held tokens, requests, tokens | 0, 'rpm' or 'tpm', ms to wait, requests, tokens
${LUA_WINDOW}
local now, rpm, tpm, span = now_ms(), tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
local buckets, requests, tokens = read_window(KEYS[1], now, span)
local held = tonumber(ARGV[3])
if tpm >= 0 then held = math.min(held, tpm) end

local function wait_for(excess, part)
  local freed = 0
  for _, bucket in ipairs(buckets) do
    freed = freed + bucket[part]
    if freed >= excess then return bucket.last + span - now end
  end
  return span
end
if rpm >= 0 and requests + 1 > rpm then return {0, 'rpm', wait_for(requests + 1 - rpm, 'requests'), requests, tokens} end
if tpm >= 0 and (tokens + held > tpm or tpm == 0) then return {0, 'tpm', wait_for(tokens + held - tpm, 'tokens'), requests, tokens} end

local index = math.floor(now / tonumber(ARGV[5]))
local last = buckets[#buckets]
if not last or last.index < index then last = {index = index, requests = 0, tokens = 0} end
redis.call('HSET', KEYS[1], last.index, (last.requests + 1) .. ':' .. (last.tokens + held) .. ':' .. string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], span + span)
return {1, tostring(last.index), held, requests + 1, tokens + held}
`,
};
