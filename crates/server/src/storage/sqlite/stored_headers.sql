SELECT space, device, seq, record, action, action_count, clock, size, hash
FROM change
WHERE space = ? AND device = ? AND seq BETWEEN ? AND ?
ORDER BY seq
