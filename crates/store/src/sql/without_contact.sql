-- Residents who lived here on the last day and whom nobody had met since the first.
SELECT *
FROM record
WHERE kind = 'resident' AND deleted = 0 AND listed = 'name'
    AND coalesce(body ->> '$.moved_in', '') <= ?3
    AND coalesce(body ->> '$.moved_out', '9999') >= ?3
    AND id NOT IN (
        SELECT link.target
        FROM record AS met
        INNER JOIN link ON link.source = met.row AND link.field = 'residents'
        WHERE met.kind = 'visit' AND met.deleted = 0 AND met.listed = 'time'
            AND met.at >= ?1 AND met.at < ?2
        UNION ALL
        SELECT link.target
        FROM record AS met
        INNER JOIN link ON link.source = met.row AND link.field = 'residents'
        WHERE met.kind = 'appointment' AND met.deleted = 0 AND met.listed = 'time'
            AND met.at >= ?1 AND met.at < ?2 AND met.body ->> '$.status' = 'done'
        UNION ALL
        SELECT person.target
        FROM record AS met
        INNER JOIN link AS noted ON noted.target = met.id AND noted.field = 'activity'
        INNER JOIN record AS attendance ON attendance.row = noted.source
        INNER JOIN link AS person ON person.source = attendance.row AND person.field = 'resident'
        WHERE met.kind = 'activity' AND met.deleted = 0 AND met.listed = 'time'
            AND met.at >= ?1 AND met.at < ?2
            AND attendance.deleted = 0 AND attendance.body ->> '$.status' = 'came'
    )
ORDER BY sort, id
