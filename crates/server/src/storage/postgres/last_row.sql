SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    signature, position, action_end, digest, sum
FROM change
WHERE space = $1 AND device = $2
ORDER BY seq DESC
LIMIT 1
