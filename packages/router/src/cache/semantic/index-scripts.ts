import type { LuaScript } from '../../redis/lua-script.js';

/** Adds or replaces a question and lets the oldest go. */
export const PUT_QUESTION: LuaScript = {
  name: 'put-question',
  lua: `
-- KEYS 1: hash, key of the answer -> JSON of the question; also '#epoch' and '#last', the number of the last change
--      2: sorted set, key of the answer by the number of its last change
-- ARGV 1: key of the answer; 2: JSON; 3: threshold; 4: most entries; 5: ms until both keys end; 6: epoch for a new scope
local value = ARGV[2]
local known = redis.call('HGET', KEYS[1], ARGV[1])
if known then
  local old = tonumber(string.match(known, '^{"threshold":([%d%.eE+-]+)')) or 0
  -- A threshold that was raised stays raised.
  if old > tonumber(ARGV[3]) then value = string.gsub(value, '^{"threshold":[%d%.eE+-]+', function() return '{"threshold":' .. tostring(old) end) end
end
redis.call('HSETNX', KEYS[1], '#epoch', ARGV[6])
local number = redis.call('HINCRBY', KEYS[1], '#last', 1)
redis.call('HSET', KEYS[1], ARGV[1], value)
redis.call('ZADD', KEYS[2], number, ARGV[1])
local surplus = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[4])
if surplus > 0 then
  for _, key in ipairs(redis.call('ZRANGE', KEYS[2], 0, surplus - 1)) do redis.call('HDEL', KEYS[1], key) end
  redis.call('ZREMRANGEBYRANK', KEYS[2], 0, surplus - 1)
end
-- The scope ends with the entry that lives longest.
local ms = math.max(redis.call('PTTL', KEYS[1]), tonumber(ARGV[5]))
redis.call('PEXPIRE', KEYS[1], ms)
redis.call('PEXPIRE', KEYS[2], ms)
return number
`,
};

/** Takes a question out. */
export const REMOVE_QUESTION: LuaScript = {
  name: 'remove-question',
  lua: `
-- KEYS as in put-question; ARGV 1: key of the answer
redis.call('HDEL', KEYS[1], ARGV[1])
return redis.call('ZREM', KEYS[2], ARGV[1])
`,
};

/** What has changed since a process last looked. */
export const READ_QUESTIONS: LuaScript = {
  name: 'read-questions',
  lua: `
-- KEYS as in put-question; ARGV 1: epoch that the caller knows; 2: number that it knows; 3: most entries in one answer
-- reply: {epoch, number of the last entry in the answer, how many there are in all, key, JSON, key, JSON, ...}
local epoch = redis.call('HGET', KEYS[1], '#epoch') or ''
local known = epoch == ARGV[1] and ARGV[2] or '0'
local reply = {epoch, known, redis.call('ZCARD', KEYS[2])}
local changed = redis.call('ZRANGEBYSCORE', KEYS[2], '(' .. known, '+inf', 'WITHSCORES', 'LIMIT', 0, tonumber(ARGV[3]))
for index = 1, #changed, 2 do
  reply[2] = changed[index + 1]
  reply[#reply + 1] = changed[index]
  reply[#reply + 1] = redis.call('HGET', KEYS[1], changed[index]) or ''
end
return reply
`,
};
