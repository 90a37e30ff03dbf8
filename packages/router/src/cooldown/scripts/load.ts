import type { LuaScript } from '../../redis/lua-script.js';

/** All that is known about deployments. Number of keys: 1. */
export const LOAD: LuaScript = {
  name: 'cooldown-load',
  lua: `
-- KEYS[1] all cooldowns
-- ARGV[1] ms after which the end of a cooldown or the begin of a way back is history
-- Reply: for each deployment: name, state, ms until 'at' (negative when it is past), strikes, failure class, id of the change
local t = redis.call('TIME')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local fields, reply = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #fields, 2 do
  local entry = cjson.decode(fields[i + 1])
  local away = entry.at - now
  if away < -tonumber(ARGV[1]) then
    redis.call('HDEL', KEYS[1], fields[i])
  else
    for _, value in ipairs({fields[i], entry.state, string.format('%.0f', away), entry.strikes, entry.class, entry.id}) do reply[#reply + 1] = value end
  end
end
return reply
`,
};
