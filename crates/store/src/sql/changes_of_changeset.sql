-- Among the last 2,000, since only what was just done is taken back.
SELECT space, device, seq, record, changeset, group_count, clock, payload
FROM change
WHERE space = ?1 AND device = ?2 AND changeset = ?3
    AND seq > (SELECT max(seq) FROM change WHERE space = ?1 AND device = ?2) - 2000
ORDER BY seq
