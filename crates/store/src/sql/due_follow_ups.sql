SELECT *
FROM record
WHERE kind = 'follow-up' AND deleted = 0 AND body ->> '$.done' IS NULL
    AND body ->> '$.due' <= ?1
ORDER BY body ->> '$.due', id
LIMIT ?2
