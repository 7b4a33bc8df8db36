-- CROSS: from the new changes to their records, not the other way round, and from there to what
-- names them, or names whoever they stand for.
WITH stale AS (
    SELECT DISTINCT record.row, coalesce(same.root, record.id) AS target
    FROM change
    CROSS JOIN record
    LEFT JOIN same ON same.id = record.id
    WHERE change.arrival > ?1 AND record.id = change.record
)

SELECT row
FROM stale
UNION
SELECT link.source
FROM stale
CROSS JOIN link
WHERE link.target = stale.target AND link.field NOT IN ('from', 'contacts')
