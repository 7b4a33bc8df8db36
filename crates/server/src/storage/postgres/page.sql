-- Columns in the order that rows.rs reads them.
SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    payload, signature
FROM change
WHERE space = $1 AND position > $2 AND position <= $3
ORDER BY position
