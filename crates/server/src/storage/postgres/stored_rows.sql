SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    signature, position, action_end, digest, sum
FROM change
WHERE space = $1 AND device = $2 AND seq BETWEEN $3 AND $4
ORDER BY seq
