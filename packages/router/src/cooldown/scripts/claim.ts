import type { LuaScript } from '../../redis/lua-script.js';

/** Takes the one probe of a half-open deployment and tells the others. Number of keys: 1. */
export const CLAIM: LuaScript = {
  name: 'cooldown-claim',
  lua: `
-- KEYS[1] probe of the deployment
-- ARGV[1] who, ARGV[2] ms until it is given to somebody else, ARGV[3] channel, ARGV[4] message
-- Reply: -1 when it is ours, else ms for which somebody else has it
if redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then
  redis.call('PUBLISH', ARGV[3], ARGV[4])
  return -1
end
return math.max(1, redis.call('PTTL', KEYS[1]))
`,
};
