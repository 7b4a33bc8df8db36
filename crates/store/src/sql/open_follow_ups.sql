SELECT *
FROM record
WHERE kind = 'follow-up' AND deleted = 0 AND body ->> '$.done' IS NULL
ORDER BY body ->> '$.due', id
LIMIT ?1
