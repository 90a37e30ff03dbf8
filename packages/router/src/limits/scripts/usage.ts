import type { LuaScript } from '../../redis/lua-script.js';

import { LUA_WINDOW } from './parts.js';

/** Use of the last minute. Number of keys: 1. */
export const USAGE: LuaScript = {
  name: 'limit-usage',
  lua: `
-- KEYS[1] window of a deployment
-- ARGV[1] window in ms
-- Reply: requests, tokens
${LUA_WINDOW}
local _, requests, tokens = read_window(KEYS[1], now_ms(), tonumber(ARGV[1]))
return {requests, tokens}
`,
};
