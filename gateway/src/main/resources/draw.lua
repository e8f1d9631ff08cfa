-- Draws tokens from each of KEYS: as many as are wanted and there, but at least one; or none at all if one is empty
-- (generic cell rate: a key holds the instant, in microseconds, at which its bucket is full again).
-- ARGV: tokens a second, size of the burst and tokens wanted, for each key.
-- Answers for each key "given left reset retry": what is left then, seconds until full, until one more if it is empty.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local buckets, allowed = {}, true
for i = 1, #KEYS do
  local cost = 1000000 / ARGV[3 * i - 2]
  local full = math.max(tonumber(redis.call('GET', KEYS[i]) or 0), now)
  local room = cost * ARGV[3 * i - 1] - (full - now)
  local given = math.min(tonumber(ARGV[3 * i]), math.floor((room + 0.5) / cost))
  allowed = allowed and given > 0
  buckets[i] = { cost = cost, full = full, room = room, given = given }
end
local answer = {}
for i, bucket in ipairs(buckets) do
  local retry = bucket.given > 0 and 0 or math.ceil((bucket.cost - bucket.room) / 1000000)
  local given = allowed and bucket.given or 0
  if given > 0 then
    bucket.full = bucket.full + given * bucket.cost
    redis.call('SET', KEYS[i], string.format('%.0f', bucket.full), 'PX', math.ceil((bucket.full - now) / 1000) + 1)
  end
  local left = math.max(math.floor((bucket.room + 0.5) / bucket.cost) - given, 0)
  answer[i] = string.format('%d %d %d %d', given, left, math.ceil((bucket.full - now) / 1000000), retry)
end
return table.concat(answer, ' ')
