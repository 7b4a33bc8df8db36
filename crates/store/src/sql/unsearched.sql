-- CROSS: from the new changes to their records, not the other way round, and from there to what
-- names them.
WITH stale AS (
    SELECT DISTINCT record.row, record.id
    FROM change
    CROSS JOIN record
    WHERE change.arrival > ?1 AND record.id = change.record
)

SELECT row
FROM stale
UNION
SELECT link.source
FROM stale
CROSS JOIN link
WHERE link.target = stale.id AND link.field NOT IN ('from', 'contacts')
