-- Columns in the order that rows.rs reads them.
SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    signature, position, action_end, digest, sum, payload
FROM change
WHERE space = ? AND position > ? AND position <= ?
ORDER BY position
