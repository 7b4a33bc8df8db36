WITH pointing AS (
    SELECT source, max(at) AS at
    FROM link
    WHERE target = ?1
    GROUP BY source
    ORDER BY at DESC, source DESC
    LIMIT ?2 OFFSET ?3
)

SELECT record.*
FROM pointing
INNER JOIN record ON record.row = pointing.source
ORDER BY pointing.at DESC, record.id
