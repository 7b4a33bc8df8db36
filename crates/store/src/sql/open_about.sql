-- A tick on a list is settled by the day of what it is a list of.
WITH pointing AS (
    SELECT source, max(at) AS at
    FROM link
    WHERE target = ?1 AND kind <> 'visit'
    GROUP BY source
)

SELECT record.*
FROM pointing
INNER JOIN record ON record.row = pointing.source
WHERE record.deleted = 0 AND record.state IN ('ours', 'theirs', 'back', 'planned')
    AND (record.kind <> 'attendance' OR pointing.at >= ?2)
ORDER BY pointing.at DESC, pointing.source DESC
LIMIT ?3
