WITH pointing AS (
    SELECT source, max(at) AS at
    FROM link
    WHERE target = ?1 AND kind <> 'visit'
    GROUP BY source
)

SELECT record.*
FROM pointing
INNER JOIN record ON record.row = pointing.source
WHERE record.deleted = 0
    AND CASE record.kind
        WHEN 'appointment' THEN record.body ->> '$.status' = 'planned'
        WHEN 'incident' THEN record.body ->> '$.status' <> 'closed'
        WHEN 'referral' THEN record.body ->> '$.status' NOT IN ('done', 'withdrawn')
        WHEN 'follow-up' THEN record.body ->> '$.done' IS NULL
        WHEN 'attendance' THEN record.body ->> '$.status' = 'signed-up' AND pointing.at >= ?2
    END
ORDER BY pointing.at DESC, pointing.source DESC
LIMIT ?3
