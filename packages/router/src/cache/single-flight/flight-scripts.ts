import type { LuaScript } from '../../redis/lua-script.js';

/** Takes the lead, or tells who has it, or gives the answer. */
export const ENTER_FLIGHT: LuaScript = {
  name: 'enter-flight',
  lua: `
-- KEYS 1: the flight: 'o:<token>' while it is worked on, 'r:<token>:<1|0>:<text>' when it has landed
--         (1: for everybody; 0: only for those who waited for that token)
-- ARGV 1: token of the caller; 2: lease in ms; 3: token that the caller waited for, or ''
-- reply: {'lead'} | {'wait', token} | {'landed', text}
local value = redis.call('GET', KEYS[1])
if value then
  local token = string.sub(value, 3, 38)
  if string.sub(value, 1, 1) == 'o' then return {'wait', token} end
  if string.sub(value, 40, 40) == '1' or token == ARGV[3] then return {'landed', string.sub(value, 42)} end
end
redis.call('SET', KEYS[1], 'o:' .. ARGV[1], 'PX', ARGV[2])
return {'lead'}
`,
};

/** Keeps the lead. */
export const RENEW_FLIGHT: LuaScript = {
  name: 'renew-flight',
  lua: `
-- KEYS 1: the flight; ARGV 1: token of its owner; 2: lease in ms
-- reply: 1 while the owner has the lead, else 0
if redis.call('GET', KEYS[1]) ~= 'o:' .. ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`,
};

/** Lands a flight: with an answer for those who wait, or empty-handed, so that one of them takes over. */
export const LAND_FLIGHT: LuaScript = {
  name: 'land-flight',
  lua: `
-- KEYS 1: the flight; ARGV 1: token of its owner; 2: '1', '0' (see above) or '' for no answer
--      3: the text; 4: ms that it stays; 5: channel of the flight
-- reply: 1 when the owner still had the lead, else 0
if redis.call('GET', KEYS[1]) ~= 'o:' .. ARGV[1] then return 0 end
if ARGV[2] == '' then
  redis.call('DEL', KEYS[1])
else
  redis.call('SET', KEYS[1], 'r:' .. ARGV[1] .. ':' .. ARGV[2] .. ':' .. ARGV[3], 'PX', ARGV[4])
end
redis.call('PUBLISH', ARGV[5], ARGV[1])
return 1
`,
};
