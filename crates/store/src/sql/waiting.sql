-- A device numbers its changes without gaps, so the last one tells how many there are.
SELECT coalesce(sum(max(0, (
    SELECT coalesce(max(seq), 0)
    FROM change
    WHERE change.space = space.id AND change.device = ?1
) - space.sent)), 0) AS waiting
FROM space
