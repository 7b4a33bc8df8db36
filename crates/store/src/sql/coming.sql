SELECT *
FROM record
WHERE kind = 'appointment' AND deleted = 0 AND body ->> '$.status' = 'planned'
    AND at >= ?1
ORDER BY at, id
LIMIT ?2 OFFSET ?3
