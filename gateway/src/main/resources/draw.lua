-- Draws one token from each of KEYS, or from none if one is empty (generic cell rate: a key holds the instant, in
-- microseconds, at which its bucket is full again). ARGV: tokens a second and size of the burst, for each key.
-- Answers "allowed index remaining reset retry": the tightest bucket, what is left, seconds until full, until one more.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local full, allowed, index, least, retry = {}, 1, 1, nil, 0
for i = 1, #KEYS do
  local cost = 1000000 / ARGV[2 * i - 1]
  local size = cost * ARGV[2 * i]
  local at = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now) + cost
  local room = size - (at - now)
  if room < -0.5 then
    allowed = 0
    at = at - cost
    retry = math.max(retry, math.ceil(-room / 1000000))
    room = -1
  end
  full[i] = at
  local left = room / size
  if least == nil or left < least then
    least, index = left, i
  end
end
if allowed == 1 then
  for i = 1, #KEYS do
    redis.call('SET', KEYS[i], string.format('%.0f', full[i]), 'PX', math.ceil((full[i] - now) / 1000) + 1)
  end
end
local cost = 1000000 / ARGV[2 * index - 1]
local remaining = allowed == 1 and math.floor(ARGV[2 * index] - (full[index] - now) / cost + 0.001) or 0
return string.format('%d %d %d %d %d', allowed, index, math.max(remaining, 0),
  math.ceil((full[index] - now) / 1000000), retry)
