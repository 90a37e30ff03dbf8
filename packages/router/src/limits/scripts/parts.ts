/** Lua that the scripts share. A window is a hash: index of a bucket -> `requests:tokens:last`, the last one in ms since 1970. */
export const LUA_WINDOW = `
local function now_ms()
  local t = redis.call('TIME')
  return t[1] * 1000 + math.floor(t[2] / 1000)
end

-- Buckets that still count, oldest first, and their sums. Expired ones are deleted.
local function read_window(key, now, span)
  local fields = redis.call('HGETALL', key)
  local buckets, requests, tokens = {}, 0, 0
  for i = 1, #fields, 2 do
    local r, t, last = string.match(fields[i + 1], '^(%d+):(%d+):(%d+)$')
    if tonumber(last) + span > now then
      buckets[#buckets + 1] = {index = tonumber(fields[i]), requests = tonumber(r), tokens = tonumber(t), last = tonumber(last)}
      requests, tokens = requests + r, tokens + t
    else
      redis.call('HDEL', key, fields[i])
    end
  end
  table.sort(buckets, function(a, b) return a.index < b.index end)
  return buckets, requests, tokens
end
`;
