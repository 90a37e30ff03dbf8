import type { LuaScript } from '../../redis/lua-script.js';

/** Keeps the state of a deployment for processes that start later, and tells the others now. Number of keys: 2. */
export const TELL: LuaScript = {
  name: 'cooldown-tell',
  lua: `
-- KEYS[1] all cooldowns, KEYS[2] probe of the deployment
-- ARGV[1] deployment, ARGV[2] state: tripped | ramping | none, ARGV[3] ms until its end (tripped), ARGV[4] strikes, ARGV[5] failure class,
--   ARGV[6] channel, ARGV[7] message, ARGV[8] ms to keep, ARGV[9] id of the change
-- Reply: nothing
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
if ARGV[2] == 'none' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], cjson.encode({state = ARGV[2], at = string.format('%.0f', now + ARGV[3]), strikes = ARGV[4], class = ARGV[5], id = ARGV[9]}))
  redis.call('PEXPIRE', KEYS[1], ARGV[8])
end
redis.call('DEL', KEYS[2])
redis.call('PUBLISH', ARGV[6], ARGV[7])
return false
`,
};
