import type { LuaScript } from '../../redis/lua-script.js';

/** Changes what a request was counted with, if it still counts. Number of keys: 1. */
export const CORRECT: LuaScript = {
  name: 'limit-correct',
  lua: `
-- KEYS[1] window of a deployment
-- ARGV[1] bucket, ARGV[2] requests to add, ARGV[3] tokens to add (negative to give back)
-- Reply: 1 when it still counts, else 0
local bucket = redis.call('HGET', KEYS[1], ARGV[1])
if not bucket then return 0 end
local requests, tokens, last = string.match(bucket, '^(%d+):(%d+):(%d+)$')
requests, tokens = math.max(0, requests + ARGV[2]), math.max(0, tokens + ARGV[3])
redis.call('HSET', KEYS[1], ARGV[1], requests .. ':' .. tokens .. ':' .. last)
return 1
`,
};
