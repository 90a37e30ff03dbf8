import type { LuaScript } from '../../redis/lua-script.js';

/** Gives an unused probe back. Number of keys: 1. */
export const RELEASE: LuaScript = {
  name: 'cooldown-release',
  lua: `
-- KEYS[1] probe of the deployment
-- ARGV[1] who, ARGV[2] channel, ARGV[3] message
-- Reply: 1 when it was ours, else 0
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('PUBLISH', ARGV[2], ARGV[3])
return 1
`,
};
