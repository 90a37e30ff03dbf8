/**
 * Lua that several scripts share.
 *
 * A window is a hash: `s` spent, `r` reserved, `c` carried debt, `l` limit, `a<percent>` for each alert given out.
 * An account is a hash: `i`/`k` index and key of the window used last, `pi`/`pk` of the one before.
 */
export const LUA_PARTS = `
local function now_ms()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

local function counters(window)
  local w = redis.call('HMGET', window, 's', 'r', 'c')
  return tonumber(w[1] or 0), tonumber(w[2] or 0), tonumber(w[3] or 0)
end

-- Overspending of the window before, less the allowance of windows in which nothing happened.
local function debt_of(before, steps)
  local w = redis.call('HMGET', before, 's', 'c', 'l')
  local limit = tonumber(w[3] or 0)
  return math.max(0, tonumber(w[1] or 0) + tonumber(w[2] or 0) - limit - (steps - 1) * limit)
end

-- What a window has to pay for, and whether the account has to be turned to it.
local function carried(window, account, index)
  local a = redis.call('HMGET', account, 'i', 'k', 'pi', 'pk')
  local last = tonumber(a[1] or -1)
  if last == -1 then return 0, true, a end
  if index < last then return tonumber(redis.call('HGET', window, 'c') or 0), false, a end
  if index > last then return debt_of(a[2], index - last), true, a end
  if a[3] then return debt_of(a[4], index - tonumber(a[3])), false, a end
  return 0, false, a
end

-- Percentages reached for the first time; each is given out once in a window.
local function crossed(window, used, alerts)
  local list = {}
  for percent, at in string.gmatch(alerts, '(%d+):(%d+)') do
    if used >= tonumber(at) and redis.call('HSETNX', window, 'a' .. percent, 1) == 1 then list[#list + 1] = percent end
  end
  return table.concat(list, ',')
end

local function unreserve(window, amount)
  if redis.call('HINCRBY', window, 'r', -amount) < 0 then redis.call('HSET', window, 'r', 0) end
end

-- HINCRBY wants digits; Lua would write a large number as 1e+15.
local function digits(number)
  return string.format('%.0f', number)
end
`;
