import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_PARTS } from './parts.js';

/** Counters of lines. Number of keys: 2 for each line. */
export const READ: LuaScript = {
  name: 'budget-read',
  lua: `
-- KEYS for each line: window, account
-- ARGV for each line: index
-- Reply for each line: spent, reserved, carried
${LUA_PARTS}
local reply = {}
for j = 1, #KEYS / 2 do
  local window = KEYS[2 * j - 1]
  local spent, reserved = counters(window)
  local debt = carried(window, KEYS[2 * j], tonumber(ARGV[j]))
  reply[#reply + 1] = spent
  reply[#reply + 1] = reserved
  reply[#reply + 1] = debt
end
return reply
`,
};
