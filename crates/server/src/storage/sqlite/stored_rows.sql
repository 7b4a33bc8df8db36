SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    signature, position, action_end, digest, sum
FROM change
WHERE space = ? AND device = ? AND seq BETWEEN ? AND ?
ORDER BY seq
