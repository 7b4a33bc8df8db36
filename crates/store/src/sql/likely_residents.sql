-- Of the last 200 conversations, each counts for less the longer ago it was.
WITH recent AS (
    SELECT row, row_number() OVER (ORDER BY at DESC, id) AS age
    FROM record
    WHERE kind = 'visit' AND deleted = 0 AND listed = 'time'
    ORDER BY at DESC, id
    LIMIT 200
),

met AS (
    SELECT link.target, sum(1.0 / (4 + recent.age)) AS weight
    FROM recent
    INNER JOIN link ON link.source = recent.row AND link.field = 'residents'
    GROUP BY link.target
)

SELECT record.*
FROM met
INNER JOIN record ON record.id = met.target
WHERE record.kind = 'resident' AND record.deleted = 0
ORDER BY met.weight DESC, record.id
LIMIT ?1
