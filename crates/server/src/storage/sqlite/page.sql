-- Columns in the order that rows.rs reads them, then where the group ends.
SELECT
    space, device, seq, record, action, action_count, clock, size, hash,
    payload, signature, position, action_end
FROM change
WHERE space = ? AND position > ?
ORDER BY position
